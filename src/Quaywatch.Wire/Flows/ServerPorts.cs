using System.Collections;

namespace Quaywatch.Wire.Flows;

/// <summary>Ports on which servers usually listen: the last resort for telling who opened a conversation, and a guess.</summary>
public static class ServerPorts
{
    /// <summary>IANA's registry and the usual ports of the protocols in interface.md.</summary>
    static readonly ushort[] Listed =
    [
        1080, 1089, 1090, 1091, 1200, 1433, 1434, 1502, 1521, 1701, 1723, 1740, 1741, 1742, 1743, 1812, 1813, 1883, 1911, 1962,
        2049, 2123, 2152, 2222, 2404, 2423, 2455, 2811, 3128, 3260, 3268, 3306, 3389, 3478, 3544, 3671, 3702, 3784, 4059, 4321,
        4433, 4554, 4739, 4789, 4840, 4843, 4911, 5000, 5004, 5006, 5007, 5060, 5061, 5070, 5072, 5094, 5222, 5223, 5269, 5351,
        5353, 5355, 5432, 5450, 5500, 5556, 5562, 5632, 5671, 5672, 5683, 5684, 5800, 5900, 5901, 5938, 5985, 5986, 6081, 6379, 6653,
        6666, 6667, 6668, 6669, 7001, 7070, 7937, 8000, 8008, 8016, 8080, 8081, 8291, 8443, 8554, 8883, 8888, 9001, 9092, 9100, 9200,
        9600, 10001, 10110, 11211, 11740, 11741, 11742, 11743, 17185, 18245, 18246, 19132, 20000, 20547, 21115, 21116, 21117, 21118,
        21119, 27017, 30718, 34378, 34962, 34963, 34964, 34980, 37020, 37777, 37810, 40000, 44818, 47808, 47809, 48898, 48899, 51820,
        55000, 55001, 55002, 55003,
    ];

    static readonly BitArray Set = Fill();

    /// <summary>Whether a server usually listens there: a system port or one of the list.</summary>
    public static bool Contains(ushort port) => Set[port];

    static BitArray Fill()
    {
        BitArray set = new(65_536);
        for (int port = 1; port < 1024; port++)
        {
            set[port] = true;
        }

        foreach (ushort port in Listed)
        {
            set[port] = true;
        }

        return set;
    }
}
