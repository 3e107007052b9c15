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
        new("_N_LOGIN_", "Login", Operation.Login, S7PiArguments.Strings, "addressident", "password"),
        new("_N_LOGOUT", "Logout", Operation.Logout, S7PiArguments.Strings, "addressident"),
        new("_N_CANCEL", "Cancels NC alarm", Operation.Other, S7PiArguments.Strings, "addressident"),
        new("_N_DASAVE", "PI-Service for copying data from SRAM to FLASH", Operation.CopyToRom, S7PiArguments.Strings, "addressident"),
        new("_N_DIGIOF", "Turns off digitizing", Operation.Call, S7PiArguments.Strings, "addressident"),
        new("_N_DIGION", "Turns on digitizing", Operation.Call, S7PiArguments.Strings, "addressident"),
        new("_N_DZERO_", "Set all D nos. invalid for function \"unique D no.\"", Operation.Configure, S7PiArguments.Strings, "addressident"),
        new("_N_ENDEXT", "", Operation.Call, S7PiArguments.Strings, "addressident"),
        new("_N_F_OPER", "Opens a file read-only", Operation.Browse, S7PiArguments.Strings, "addressident", "filename", "editwindowname"),
        new("_N_OST_OF", "Overstore OFF", Operation.Call, S7PiArguments.Strings, "addressident"),
        new("_N_OST_ON", "Overstore ON", Operation.Call, S7PiArguments.Strings, "addressident"),
        new("_N_SCALE_", "Unit of measurement setting (metric<->INCH)", Operation.Configure, S7PiArguments.Strings, "addressident"),
        new("_N_SETUFR", "Activates user frame", Operation.Configure, S7PiArguments.Strings, "addressident"),
        new("_N_STRTLK", "The global start disable is set", Operation.Configure, S7PiArguments.Strings, "addressident"),
        new("_N_STRTUL", "The global start disable is reset", Operation.Configure, S7PiArguments.Strings, "addressident"),
        new("_N_TMRASS", "Resets the Active status", Operation.Configure, S7PiArguments.Strings, "addressident"),
        new("_N_F_DELE", "Deletes file", Operation.Delete, S7PiArguments.Strings, "addressident", "filename"),
        new("_N_EXTERN", "Selects external program for execution", Operation.Activate, S7PiArguments.Strings, "addressident", "filename"),
        new("_N_EXTMOD", "Selects external program for execution", Operation.Activate, S7PiArguments.Strings, "addressident", "filename"),
        new("_N_F_DELR", "Delete file even without access rights", Operation.Delete, S7PiArguments.Strings, "addressident", "filename"),
        new("_N_F_XFER", "Selects file for uploading", Operation.Upload, S7PiArguments.Strings, "addressident", "filename"),
        new("_N_LOCKE_", "Locks the active file for editing", Operation.Configure, S7PiArguments.Strings, "addressident", "filename"),
        new("_N_SELECT", "Selects program for execution", Operation.Activate, S7PiArguments.Strings, "addressident", "filename"),
        new("_N_SRTEXT", "A file is being marked in /_N_EXT_DIR", Operation.Configure, S7PiArguments.Strings, "addressident", "filename"),
        new("_N_F_CLOS", "Closes file", Operation.Browse, S7PiArguments.Strings, "addressident", "editwindowname"),
        new("_N_F_OPEN", "Opens file", Operation.Other, S7PiArguments.Strings, "addressident", "filename", "editwindowname"),
        new("_N_F_SEEK", "Position the file search pointer", Operation.Browse, S7PiArguments.Strings, "addressident", "editwindowname", "seekpointer", "windowsize", "comparestring", "skipcount"),
        new("_N_ASUP__", "Assigns interrupt", Operation.Configure, S7PiArguments.Strings, "addressident", "interruptnr", "priority", "liftfast", "blsync", "filename"),
        new("_N_CHEKDM", "Start uniqueness check on D numbers", Operation.Browse, S7PiArguments.Strings, "addressident", "magnr", "dnr", "spindlenumber"),
        new("_N_CHKDNO", "Check whether the tools have unique D numbers", Operation.Browse, S7PiArguments.Strings, "addressident", "wznr", "wznr", "dnr"),
        new("_N_CONFIG", "Reconfigures machine data", Operation.Configure, S7PiArguments.Strings, "addressident", "class"),
        new("_N_CRCEDN", "Creates a cutting edge by specifying an edge no.", Operation.Configure, S7PiArguments.Strings, "addressident", "tnr", "dnr"),
        new("_N_DELECE", "Deletes a cutting edge", Operation.Configure, S7PiArguments.Strings, "addressident", "tnr", "dnr"),
        new("_N_CREACE", "Creates a cutting edge", Operation.Configure, S7PiArguments.Strings, "addressident", "toolnumber"),
        new("_N_CREATO", "Creates a tool", Operation.Configure, S7PiArguments.Strings, "addressident", "toolnumber"),
        new("_N_DELETO", "Deletes tool", Operation.Configure, S7PiArguments.Strings, "addressident", "toolnumber"),
        new("_N_CRTOCE", "Generate tool with specified edge number", Operation.Configure, S7PiArguments.Strings, "addressident", "toolnumber", "cenumber"),
        new("_N_DELVAR", "Delete data block", Operation.Delete, S7PiArguments.Strings, "addressident", "datablocknumber", "firstcolumnnumber", "lastcolumnnumber", "firstrownnumber", "lastrownnumber"),
        new("_N_F_COPY", "Copies file within the NCK", Operation.Other, S7PiArguments.Strings, "addressident", "direction", "sourcefilename", "destinationfilename"),
        new("_N_F_DMDA", "Deletes MDA memory", Operation.Delete, S7PiArguments.Strings, "addressident", "channelnumber"),
        new("_N_F_PROR", "", Operation.Configure, S7PiArguments.Strings, "addressident", "filename", "protection"),
        new("_N_F_PROT", "Assigns a protection level to a file", Operation.Configure, S7PiArguments.Strings, "addressident", "filename", "protection"),
        new("_N_F_RENA", "Renames file", Operation.Other, S7PiArguments.Strings, "addressident", "oldfilename", "newfilename"),
        new("_N_FINDBL", "Activates search", Operation.Call, S7PiArguments.Strings, "addressident", "findmode"),
        new("_N_IBN_SS", "Sets the set-up switch", Operation.Configure, S7PiArguments.Strings, "addressident", "switch"),
        new("_N_MMCSEM", "MMC-Semaphore", Operation.Call, S7PiArguments.Strings, "addressident", "functionnumber", "semaphorevalue"),
        new("_N_NCKMOD", "The mode in which the NCK will work is being set", Operation.Mode, S7PiArguments.Strings, "addressident", "onoff", "mode", "factor"),
        new("_N_NEWPWD", "New password", Operation.Configure, S7PiArguments.Strings, "addressident", "password", "passwordlevel"),
        new("_N_SEL_BL", "Selects a new block", Operation.Call, S7PiArguments.Strings, "addressident", "linenumber"),
        new("_N_SETTST", "Activate tools for replacement tool group", Operation.Configure, S7PiArguments.Strings, "addressident", "magnr", "weargroup", "toolstatus"),
        new("_N_TMAWCO", "Set the active wear group in one magazine", Operation.Configure, S7PiArguments.Strings, "addressident", "magnr", "weargroup", "wearsearchstrat"),
        new("_N_TMCRTC", "Create tool with specified edge number", Operation.Configure, S7PiArguments.Strings, "addressident", "toolid", "toolnumber", "duplonumber", "edgenumber"),
        new("_N_TMCRTO", "Creates tool in the tool management", Operation.Configure, S7PiArguments.Strings, "addressident", "toolid", "toolnumber", "duplonumber"),
        new("_N_TMFDPL", "Searches an empty place for loading", Operation.Call, S7PiArguments.Strings, "addressident", "toolnumber", "placenr", "magnr", "placerefnr", "magrefnr"),
        new("_N_TMFPBP", "Searches for empty location", Operation.Call, S7PiArguments.Strings, "addressident", "magnrfrom", "placenrfrom", "magnrto", "placenrto", "magrefnr", "placerefnr", "halfplacesleft", "halfplacesright", "halfplacesup", "halfplacesdown", "placetype", "searchdirection"),
        new("_N_TMGETT", "Determines T-number for specific toolID with Duplono", Operation.Call, S7PiArguments.Strings, "addressident", "toolname", "duplonumber"),
        new("_N_TMMVTL", "Loads or unloads a tool", Operation.Call, S7PiArguments.Strings, "addressident", "toolnumber", "placenrsource", "magnrsource", "placenrdestination", "magnrdestination"),
        new("_N_TMPCIT", "Sets increment value of the piece counter", Operation.Configure, S7PiArguments.Strings, "addressident", "spindlenumber", "incrementnumber"),
        new("_N_TMPOSM", "Positions a magazine or tool", Operation.Call, S7PiArguments.Strings, "addressident", "toolnumber", "toolid", "duplonumber", "placenrsource", "magnrsource", "placenrdestination", "magnrdestination"),
        new("_N_TRESMO", "Reset monitoring values", Operation.Configure, S7PiArguments.Strings, "addressident", "toolnumber", "dnr", "monitoringmode"),
        new("_N_TSEARC", "Complex search via search screenforms", Operation.Call, S7PiArguments.Strings, "addressident", "magnrfrom", "placenrfrom", "magnrto", "placenrto", "magrefnr", "placerefnr", "searchdirection", "kindofsearch"),
    ];

    /// <summary>A service that the table does not know: it may change anything.</summary>
    public static S7PiService Unknown { get; } = new("", "Unknown PI Service", Operation.Other, S7PiArguments.Unknown);

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
