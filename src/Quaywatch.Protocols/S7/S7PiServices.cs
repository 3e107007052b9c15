using Quaywatch.Observations;

namespace Quaywatch.Protocols.S7;

/// <summary>Program invocation services by name. Names, meaning and arguments: Wireshark, packet-s7comm.c, pi_service_names and
/// s7comm_decode_pi_service; what each amounts to is our reading of the meaning.</summary>
public static class S7PiServices
{
    /// <summary>The services.</summary>
    public static ReadOnlySpan<S7PiService> All => Services;

    static readonly S7PiService[] Services =
    [
        new("_INSE", "Activates a PLC module", Operation.Activate, S7PiArguments.Blocks),
        new("_INS2", "Activates a PLC module", Operation.Activate, S7PiArguments.Blocks),
        new("_DELE", "Removes module from the PLC's passive file system", Operation.Delete, S7PiArguments.Blocks),
        new("P_PROGRAM", "PLC Start / Stop", Operation.Start, S7PiArguments.Text),
        new("_MODU", "PLC Copy Ram to Rom", Operation.CopyToRom, S7PiArguments.Text),
        new("_GARB", "Compress PLC memory", Operation.Compress, S7PiArguments.Text),
        Nc("_N_LOGIN_", "Login", Operation.Login, "password"),
        Nc("_N_LOGOUT", "Logout", Operation.Logout),
        Nc("_N_CANCEL", "Cancels NC alarm", Operation.Other),
        Nc("_N_DASAVE", "PI-Service for copying data from SRAM to FLASH", Operation.CopyToRom),
        Nc("_N_DIGIOF", "Turns off digitizing", Operation.Call),
        Nc("_N_DIGION", "Turns on digitizing", Operation.Call),
        Nc("_N_DZERO_", "Set all D nos. invalid for function \"unique D no.\"", Operation.Configure),
        Nc("_N_ENDEXT", "", Operation.Call),
        Nc("_N_F_OPER", "Opens a file read-only", Operation.Browse, "filename", "editwindowname"),
        Nc("_N_OST_OF", "Overstore OFF", Operation.Call),
        Nc("_N_OST_ON", "Overstore ON", Operation.Call),
        Nc("_N_SCALE_", "Unit of measurement setting (metric<->INCH)", Operation.Configure),
        Nc("_N_SETUFR", "Activates user frame", Operation.Configure),
        Nc("_N_STRTLK", "The global start disable is set", Operation.Configure),
        Nc("_N_STRTUL", "The global start disable is reset", Operation.Configure),
        Nc("_N_TMRASS", "Resets the Active status", Operation.Configure),
        Nc("_N_F_DELE", "Deletes file", Operation.Delete, "filename"),
        Nc("_N_EXTERN", "Selects external program for execution", Operation.Activate, "filename"),
        Nc("_N_EXTMOD", "Selects external program for execution", Operation.Activate, "filename"),
        Nc("_N_F_DELR", "Delete file even without access rights", Operation.Delete, "filename"),
        Nc("_N_F_XFER", "Selects file for uploading", Operation.Upload, "filename"),
        Nc("_N_LOCKE_", "Locks the active file for editing", Operation.Configure, "filename"),
        Nc("_N_SELECT", "Selects program for execution", Operation.Activate, "filename"),
        Nc("_N_SRTEXT", "A file is being marked in /_N_EXT_DIR", Operation.Configure, "filename"),
        Nc("_N_F_CLOS", "Closes file", Operation.Browse, "editwindowname"),
        Nc("_N_F_OPEN", "Opens file", Operation.Other, "filename", "editwindowname"),
        Nc("_N_F_SEEK", "Position the file search pointer", Operation.Browse, "editwindowname", "seekpointer", "windowsize", "comparestring", "skipcount"),
        Nc("_N_ASUP__", "Assigns interrupt", Operation.Configure, "interruptnr", "priority", "liftfast", "blsync", "filename"),
        Nc("_N_CHEKDM", "Start uniqueness check on D numbers", Operation.Browse, "magnr", "dnr", "spindlenumber"),
        Nc("_N_CHKDNO", "Check whether the tools have unique D numbers", Operation.Browse, "wznr", "wznr", "dnr"),
        Nc("_N_CONFIG", "Reconfigures machine data", Operation.Configure, "class"),
        Nc("_N_CRCEDN", "Creates a cutting edge by specifying an edge no.", Operation.Configure, "tnr", "dnr"),
        Nc("_N_DELECE", "Deletes a cutting edge", Operation.Configure, "tnr", "dnr"),
        Nc("_N_CREACE", "Creates a cutting edge", Operation.Configure, "toolnumber"),
        Nc("_N_CREATO", "Creates a tool", Operation.Configure, "toolnumber"),
        Nc("_N_DELETO", "Deletes tool", Operation.Configure, "toolnumber"),
        Nc("_N_CRTOCE", "Generate tool with specified edge number", Operation.Configure, "toolnumber", "cenumber"),
        Nc("_N_DELVAR", "Delete data block", Operation.Delete, "datablocknumber", "firstcolumnnumber", "lastcolumnnumber", "firstrownnumber", "lastrownnumber"),
        Nc("_N_F_COPY", "Copies file within the NCK", Operation.Other, "direction", "sourcefilename", "destinationfilename"),
        Nc("_N_F_DMDA", "Deletes MDA memory", Operation.Delete, "channelnumber"),
        Nc("_N_F_PROR", "", Operation.Configure, "filename", "protection"),
        Nc("_N_F_PROT", "Assigns a protection level to a file", Operation.Configure, "filename", "protection"),
        Nc("_N_F_RENA", "Renames file", Operation.Other, "oldfilename", "newfilename"),
        Nc("_N_FINDBL", "Activates search", Operation.Call, "findmode"),
        Nc("_N_IBN_SS", "Sets the set-up switch", Operation.Configure, "switch"),
        Nc("_N_MMCSEM", "MMC-Semaphore", Operation.Call, "functionnumber", "semaphorevalue"),
        Nc("_N_NCKMOD", "The mode in which the NCK will work is being set", Operation.Mode, "onoff", "mode", "factor"),
        Nc("_N_NEWPWD", "New password", Operation.Configure, "password", "passwordlevel"),
        Nc("_N_SEL_BL", "Selects a new block", Operation.Call, "linenumber"),
        Nc("_N_SETTST", "Activate tools for replacement tool group", Operation.Configure, "magnr", "weargroup", "toolstatus"),
        Nc("_N_TMAWCO", "Set the active wear group in one magazine", Operation.Configure, "magnr", "weargroup", "wearsearchstrat"),
        Nc("_N_TMCRTC", "Create tool with specified edge number", Operation.Configure, "toolid", "toolnumber", "duplonumber", "edgenumber"),
        Nc("_N_TMCRTO", "Creates tool in the tool management", Operation.Configure, "toolid", "toolnumber", "duplonumber"),
        Nc("_N_TMFDPL", "Searches an empty place for loading", Operation.Call, "toolnumber", "placenr", "magnr", "placerefnr", "magrefnr"),
        Nc("_N_TMFPBP", "Searches for empty location", Operation.Call, "magnrfrom", "placenrfrom", "magnrto", "placenrto", "magrefnr",
            "placerefnr", "halfplacesleft", "halfplacesright", "halfplacesup", "halfplacesdown", "placetype", "searchdirection"),
        Nc("_N_TMGETT", "Determines T-number for specific toolID with Duplono", Operation.Call, "toolname", "duplonumber"),
        Nc("_N_TMMVTL", "Loads or unloads a tool", Operation.Call, "toolnumber", "placenrsource", "magnrsource", "placenrdestination", "magnrdestination"),
        Nc("_N_TMPCIT", "Sets increment value of the piece counter", Operation.Configure, "spindlenumber", "incrementnumber"),
        Nc("_N_TMPOSM", "Positions a magazine or tool", Operation.Call, "toolnumber", "toolid", "duplonumber", "placenrsource",
            "magnrsource", "placenrdestination", "magnrdestination"),
        Nc("_N_TRESMO", "Reset monitoring values", Operation.Configure, "toolnumber", "dnr", "monitoringmode"),
        Nc("_N_TSEARC", "Complex search via search screenforms", Operation.Call, "magnrfrom", "placenrfrom", "magnrto", "placenrto",
            "magrefnr", "placerefnr", "searchdirection", "kindofsearch"),
    ];

    /// <summary>A service that the table does not know: it may change anything.</summary>
    public static S7PiService Unknown { get; } = new("", "Unknown PI Service", Operation.Other, S7PiArguments.Unknown);

    /// <summary>A service of a numerical control: its first argument addresses the control or a part of it.</summary>
    static S7PiService Nc(string name, string meaning, Operation operation, params string[] fields) =>
        new(name, meaning, operation, S7PiArguments.Strings, ["addressident", .. fields]);

    /// <summary>The service of that name; <see cref="Unknown"/> where the table has none.</summary>
    public static S7PiService Find(ReadOnlySpan<byte> name)
    {
        foreach (S7PiService service in Services)
        {
            if (name.SequenceEqual(service.NameBytes.Span))
            {
                return service;
            }
        }

        return Unknown;
    }
}
