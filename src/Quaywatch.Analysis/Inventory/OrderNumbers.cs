using Quaywatch.Case.Rows;

namespace Quaywatch.Analysis.Inventory;

/// <summary>Maker and kind of a module by the form of its order number. Sources: the makers' catalogues (Siemens CA 01 and ST 70,
/// Rockwell Automation catalogue numbers, Schneider Electric references); only forms that name one kind.</summary>
internal static class OrderNumbers
{
    const string Siemens = "Siemens";
    const string Rockwell = "Rockwell Automation";
    const string Schneider = "Schneider Electric";

    // Blanks and hyphens left out, '?' stands for any character; the first form that fits counts.
    static readonly (string Form, string Vendor, Role Role)[] Forms =
    [
        ("6ES731??F", Siemens, Role.SafetyController),   // S7-300 CPU 31xF
        ("6ES741??F", Siemens, Role.SafetyController),   // S7-400 CPU 41xF
        ("6ES751??F", Siemens, Role.SafetyController),   // S7-1500 CPU 151xF
        ("6ES731", Siemens, Role.Controller),            // S7-300 CPU
        ("6ES741", Siemens, Role.Controller),            // S7-400 CPU
        ("6ES721", Siemens, Role.Controller),            // S7-1200 CPU
        ("6ES751", Siemens, Role.Controller),            // S7-1500 CPU
        ("6ES71518", Siemens, Role.Controller),          // ET 200S IM 151-8 with CPU
        ("6ES71548", Siemens, Role.Controller),          // ET 200pro IM 154-8 with CPU
        ("6ES715", Siemens, Role.IoDevice),              // ET 200 interface modules
        ("6ES713", Siemens, Role.IoDevice),              // ET 200S, ET 200SP modules
        ("6ES714", Siemens, Role.IoDevice),              // ET 200pro, ET 200AL modules
        ("6ES732", Siemens, Role.IoDevice),              // S7-300 signal modules
        ("6ES733", Siemens, Role.IoDevice),
        ("6AV", Siemens, Role.Hmi),                      // SIMATIC HMI
        ("6SL", Siemens, Role.Drive),                    // SINAMICS
        ("6SE7", Siemens, Role.Drive),                   // SIMOVERT MASTERDRIVES
        ("6RA", Siemens, Role.Drive),                    // SIMOREG, SINAMICS DCM
        ("6GK57", Siemens, Role.AccessPoint),            // SCALANCE W
        ("6GK5", Siemens, Role.Switch),                  // SCALANCE X
        ("6ES7", Siemens, Role.Unknown),
        ("6GK", Siemens, Role.Unknown),
        ("1756L", Rockwell, Role.Controller),            // ControlLogix
        ("1769L", Rockwell, Role.Controller),            // CompactLogix
        ("5069L", Rockwell, Role.Controller),            // CompactLogix 5380
        ("1756", Rockwell, Role.Unknown),
        ("1734AENT", Rockwell, Role.IoDevice),           // POINT I/O
        ("1794AENT", Rockwell, Role.IoDevice),           // FLEX I/O
        ("2711", Rockwell, Role.Hmi),                    // PanelView
        ("1783", Rockwell, Role.Switch),                 // Stratix
        ("BMXP", Schneider, Role.Controller),            // Modicon M340
        ("BMEP", Schneider, Role.Controller),            // Modicon M580
        ("TSXP", Schneider, Role.Controller),            // Modicon Premium
        ("140CPU", Schneider, Role.Controller),          // Modicon Quantum
        ("TM2", Schneider, Role.Controller),             // Modicon M221, M241, M251
        ("BMX", Schneider, Role.Unknown),
        ("ATV", Schneider, Role.Drive),                  // Altivar
    ];

    /// <summary>Maker and kind; null where the order number has no known form.</summary>
    public static (string Vendor, Role Role)? Find(string orderNumber)
    {
        ArgumentNullException.ThrowIfNull(orderNumber);
        string bare = orderNumber.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        foreach ((string form, string vendor, Role role) in Forms)
        {
            if (Fits(bare, form))
            {
                return (vendor, role);
            }
        }

        return null;
    }

    static bool Fits(string text, string form)
    {
        if (text.Length < form.Length)
        {
            return false;
        }

        for (int i = 0; i < form.Length; i++)
        {
            if (form[i] != '?' && form[i] != text[i])
            {
                return false;
            }
        }

        return true;
    }
}
