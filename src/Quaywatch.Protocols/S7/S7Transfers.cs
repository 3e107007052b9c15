using Quaywatch.Observations;

namespace Quaywatch.Protocols.S7;

/// <summary>Blocks and files that pass: the act at the start of a transfer, and the bytes as content. A download is turned around:
/// the client offers a block (0x1A), then the controller asks the client for its parts (0x1B) and tells when it has them (0x1C).</summary>
internal sealed class S7Transfers
{
    /// <summary>Transfers of one conversation at a time; controllers allow 4 uploads (SZL 0x0131 index 4). The oldest makes place.</summary>
    const int Limit = 8;

    const string MediaType = "application/x-siemens-s7-block";

    readonly S7Transfer[] _open = new S7Transfer[Limit];
    int _count;
    int _bodies;

    /// <summary>Forgets everything.</summary>
    public void Reset()
    {
        _count = 0;
        _bodies = 0;
    }

    /// <summary>The number of the next body of this conversation.</summary>
    public int NextBody() => _bodies++;

    /// <summary>Says what one of the transfer jobs amounted to.</summary>
    public void Say(in S7Exchange exchange, S7Function function)
    {
        S7TransferJob job = default;
        if (exchange.HasRequest && !S7TransferJob.TryRead(exchange.RequestFrame.Parameter, out job))
        {
            exchange.Report(exchange.Request, exchange.Commander, AnomalyKind.Malformed, "transfer job cut short");
            return;
        }

        switch (function)
        {
            case S7Function.RequestDownload:
                OnRequestDownload(exchange, job);
                break;
            case S7Function.DownloadBlock:
                OnDownloadBlock(exchange, job);
                break;
            case S7Function.DownloadEnded:
                OnDownloadEnded(exchange, job);
                break;
            case S7Function.StartUpload:
                OnStartUpload(exchange, job);
                break;
            case S7Function.Upload:
                OnUpload(exchange, job);
                break;
            default:
                OnEndUpload(exchange, job);
                break;
        }
    }

    /// <summary>Bytes of that direction are missing, so the bodies that it carries are cut.</summary>
    public void Cut(Direction direction, FlowId flow, Batch batch)
    {
        for (int i = _count - 1; i >= 0; i--)
        {
            if (_open[i].Body == direction)
            {
                Close(i, -1, ContentPhase.Cut, flow, batch);
            }
        }
    }

    /// <summary>The conversation ends; what is open is cut.</summary>
    public void End(FlowId flow, Batch batch)
    {
        while (_count > 0)
        {
            Close(_count - 1, -1, ContentPhase.Cut, flow, batch);
        }
    }

    void OnRequestDownload(in S7Exchange exchange, S7TransferJob job)
    {
        if (!exchange.HasRequest)
        {
            exchange.Say("Request download", Operation.Download, default, default);
            return;
        }

        exchange.Say("Request download", Operation.Download, TargetOf(exchange.Batch, job), LoadMemory(exchange.Batch, job));
        if (exchange.Result != ActResult.Refused)
        {
            Open(exchange, job.FileName, 0, isUpload: false, exchange.Commander, exchange.Request);
        }
    }

    void OnDownloadBlock(in S7Exchange exchange, S7TransferJob job)
    {
        if (!exchange.HasRequest)
        {
            return;
        }

        Direction client = exchange.Controller;
        int place = Find(job.FileName, 0, isUpload: false);
        if (place < 0)
        {
            // the start was not seen: the controller's asking shows the download, and that it was accepted
            SayLate(exchange, "Download block", Operation.Download, client, TargetOf(exchange.Batch, job), ActResult.Ok, null);
            place = Open(exchange, job.FileName, 0, isUpload: false, client, exchange.Request);
        }

        if (exchange.Result == ActResult.Ok)
        {
            Part(place, exchange, exchange.Answer);
        }
        else
        {
            Close(place, exchange.Answer, ContentPhase.Cut, exchange.Flow, exchange.Batch);
        }
    }

    void OnDownloadEnded(in S7Exchange exchange, S7TransferJob job)
    {
        if (!exchange.HasRequest)
        {
            return;
        }

        int place = Find(job.FileName, 0, isUpload: false);
        bool isGood = job.ErrorCode == 0;
        if (place >= 0)
        {
            Close(place, exchange.Request, isGood ? ContentPhase.Complete : ContentPhase.Cut, exchange.Flow, exchange.Batch);
        }

        if (!isGood || place < 0)
        {
            SayLate(exchange, "Download ended", Operation.Download, exchange.Controller, TargetOf(exchange.Batch, job),
                isGood ? ActResult.Ok : ActResult.Refused, isGood ? null : S7Errors.Name(job.ErrorCode));
        }
    }

    void OnStartUpload(in S7Exchange exchange, S7TransferJob job)
    {
        Target target = exchange.HasRequest ? TargetOf(exchange.Batch, job) : default;
        Value length = default;
        uint id = 0;
        if (exchange.Result == ActResult.Ok && S7TransferJob.TryRead(exchange.AnswerFrame.Parameter, out S7TransferJob answer))
        {
            id = answer.UploadId;
            length = Number(exchange.Batch, answer.FileName);
        }

        exchange.Say("Start upload", Operation.Upload, target, length);
        if (id != 0 && exchange.HasRequest)
        {
            Open(exchange, job.FileName, id, isUpload: true, exchange.Controller, exchange.Answer);
        }
    }

    void OnUpload(in S7Exchange exchange, S7TransferJob job)
    {
        if (!exchange.HasRequest)
        {
            return;
        }

        int place = Find(default, job.UploadId, isUpload: true);
        if (place < 0 || exchange.Result == ActResult.Refused)
        {
            exchange.Say("Upload", Operation.Upload, place < 0 ? default : TargetOf(exchange.Batch, _open[place].Name), default);
        }

        if (place >= 0 && exchange.Result == ActResult.Ok)
        {
            Part(place, exchange, exchange.Answer);
        }
        else if (place >= 0)
        {
            Close(place, exchange.Answer, ContentPhase.Cut, exchange.Flow, exchange.Batch);
        }
    }

    void OnEndUpload(in S7Exchange exchange, S7TransferJob job)
    {
        int place = exchange.HasRequest ? Find(default, job.UploadId, isUpload: true) : -1;
        if (place >= 0)
        {
            Close(place, exchange.Request, job.ErrorCode == 0 ? ContentPhase.Complete : ContentPhase.Cut, exchange.Flow, exchange.Batch);
        }
    }

    int Find(ReadOnlySpan<byte> name, uint id, bool isUpload)
    {
        for (int i = 0; i < _count; i++)
        {
            if (_open[i].IsUpload == isUpload && (isUpload ? _open[i].Id == id : _open[i].Name.SequenceEqual(S7Transfer.Kept(name))))
            {
                return i;
            }
        }

        return -1;
    }

    int Open(in S7Exchange exchange, ReadOnlySpan<byte> name, uint id, bool isUpload, Direction body, int evidence)
    {
        int again = Find(name, id, isUpload);
        if (again >= 0)
        {
            Close(again, -1, ContentPhase.Cut, exchange.Flow, exchange.Batch);
        }

        if (_count == Limit)
        {
            Close(0, -1, ContentPhase.Cut, exchange.Flow, exchange.Batch);
        }

        ref S7Transfer transfer = ref _open[_count];
        transfer.Begin(name, id, isUpload, body, NextBody());
        exchange.Batch.Add(new Content
        {
            Evidence = evidence,
            Flow = exchange.Flow,
            Direction = body,
            Number = transfer.Number,
            Protocol = S7Parser.ProtocolName,
            Phase = ContentPhase.Begin,
            Name = exchange.Batch.Store(name),
            MediaType = MediaType,
        });
        return _count++;
    }

    /// <summary>Passes on the bytes of one answer: a length, a constant 00 FB, then the part.</summary>
    void Part(int place, in S7Exchange exchange, int evidence)
    {
        ReadOnlySpan<byte> data = exchange.AnswerFrame.Data;
        if (data.Length <= 4)
        {
            return;
        }

        exchange.Batch.Add(new Content
        {
            Evidence = evidence,
            Flow = exchange.Flow,
            Direction = _open[place].Body,
            Number = _open[place].Number,
            Protocol = S7Parser.ProtocolName,
            Phase = ContentPhase.Part,
            Part = exchange.Batch.Store(data[4..]),
        });
    }

    void Close(int place, int evidence, ContentPhase phase, FlowId flow, Batch batch)
    {
        batch.Add(new Content
        {
            Evidence = evidence,
            Flow = flow,
            Direction = _open[place].Body,
            Number = _open[place].Number,
            Protocol = S7Parser.ProtocolName,
            Phase = phase,
        });
        S7Transfer closed = _open[place];
        _count--;
        for (int i = place; i < _count; i++)
        {
            _open[i] = _open[i + 1];
        }

        _open[_count] = closed;
    }

    /// <summary>An act that the controller's own asking shows: the client is the commander, what the controller sent is the
    /// answer.</summary>
    static void SayLate(in S7Exchange exchange, string function, Operation operation, Direction client, in Target target, ActResult result, string? error) =>
        exchange.Batch.Add(new Act
        {
            Request = -1,
            Answer = exchange.Request,
            Flow = exchange.Flow,
            Commander = client,
            Protocol = S7Parser.ProtocolName,
            Function = function,
            Operation = operation,
            Target = target,
            Result = result,
            Error = error,
        });

    static Target TargetOf(Batch batch, S7TransferJob job) => TargetOf(batch, job.FileName);

    static Target TargetOf(Batch batch, ReadOnlySpan<byte> fileName) => S7BlockName.TryReadFile(fileName, out S7BlockName block)
        ? S7Target.Block(batch, block)
        : fileName.IsEmpty ? default : S7Target.Pack(batch, S7Space.Name, fileName);

    /// <summary>The length in load memory that Request download states: '1', then six digits.</summary>
    static Value LoadMemory(Batch batch, S7TransferJob job) => job.Lengths.Length >= 7 ? Number(batch, job.Lengths.Slice(1, 6)) : default;

    static Value Number(Batch batch, ReadOnlySpan<byte> digits)
    {
        uint number = 0;
        foreach (byte digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9' || number > 99_999_999)
            {
                return default;
            }

            number = (number * 10) + (uint)(digit - '0');
        }

        Span<byte> bytes = stackalloc byte[4];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return digits.IsEmpty ? default : new Value(ValueKind.Unsigned, batch.Store(bytes));
    }
}
