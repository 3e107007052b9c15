using Quaywatch.Case.Rows;
using Quaywatch.Engine;
using Quaywatch.Wire.Capture;

CaptureInput input = CaptureInput.FromFile(1, args[0], Path.GetFileName(args[0]));
Manifest manifest = CaseMaker.Make(new CaseRequest { Inputs = [input], Folder = args[1], Force = true }, default);
Console.WriteLine(manifest.Capture.Packets);
