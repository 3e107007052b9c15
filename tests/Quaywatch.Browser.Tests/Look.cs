namespace Quaywatch.Browser.Tests;

/// <summary>How a person looks at a page.</summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Dark">Whether they like it dark.</param>
public sealed record Look(int Width, int Height, bool Dark)
{
    /// <summary>A laptop by day.</summary>
    public static Look Laptop { get; } = new(1280, 800, false);

    /// <summary>A laptop at night.</summary>
    public static Look LaptopDark { get; } = new(1280, 800, true);

    /// <summary>A phone by day.</summary>
    public static Look Phone { get; } = new(390, 844, false);

    /// <summary>A phone at night.</summary>
    public static Look PhoneDark { get; } = new(390, 844, true);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Look> All { get; } = [Laptop, LaptopDark, Phone, PhoneDark];
}
