using System.Collections;
using System.Reflection;
using Quaywatch.Case.Rows;

namespace Quaywatch.Case.Tests;

/// <summary>Rows with something in every key, or in a random choice of them.</summary>
static class Filled
{
    static readonly string[] Texts =
    [
        "plain", "", "quote \" and \\", "Führerhaus 起重机 🏗", "\u001b[31m", "a\r\n\t\0", "\u202e gpj", "null", "half \ud800", "</script>", "\u2028",
        "'; DROP TABLE devices; --",
    ];

    /// <summary>Every key, with values that tell them apart.</summary>
    public static T All<T>() => (T)Make(typeof(T), new Source(null));

    /// <summary>Some keys, with hostile texts and extreme numbers.</summary>
    public static T Random<T>(int seed) => (T)Make(typeof(T), new Source(new Random(seed)));

    static object Make(Type type, Source source)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => source.Text(),
            _ when type == typeof(bool) => true,
            _ when type == typeof(int) => (int)source.Number(int.MaxValue),
            _ when type == typeof(long) => source.Number(long.MaxValue),
            _ when type == typeof(double) => source.Real(),
            _ when type == typeof(Timestamp) => Timestamp.FromNanoseconds(source.Number(9_214_646_399_999_999_999))!.Value,
            _ when type == typeof(Seen) => new Seen((int)source.Number(9) + 1, source.Number(int.MaxValue) + 1),
            { IsEnum: true } => Enum.GetValues(type).GetValue(source.Pick(Enum.GetValues(type).Length))!,
            { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) => List(type.GenericTypeArguments[0], source),
            { IsGenericType: true } => Map(type.GenericTypeArguments[1], source),
            _ => Object(type, source),
        };
    }

    static object Object(Type type, Source source)
    {
        object made = Activator.CreateInstance(type)!;
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(static property => property.CanWrite))
        {
            bool required = property.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>() is not null;
            if (required || source.Wants())
            {
                property.SetValue(made, Make(property.PropertyType, source));
            }
        }

        return made;
    }

    static IList List(Type element, Source source)
    {
        IList list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        for (int i = source.Pick(3) + (source.IsRandom ? 0 : 2); i > 0; i--)
        {
            list.Add(Make(element, source));
        }

        return list;
    }

    static IDictionary Map(Type value, Source source)
    {
        IDictionary map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), value))!;
        map["write"] = Make(value, source);
        map["Read"] = Make(value, source);
        map["a " + source.Text().Replace('\ud800', '?')] = Make(value, source);
        return map;
    }

    sealed class Source(Random? random)
    {
        int _next;

        public bool IsRandom => random is not null;

        public bool Wants() => random is null || random.Next(3) > 0;

        public int Pick(int count) => random?.Next(count) ?? _next++ % count;

        public string Text() => random is null ? $"text {++_next}" : Texts[random.Next(Texts.Length)];

        public long Number(long below) => random is null ? ++_next : random.Next(4) switch
        {
            0 => 0,
            1 => below - 1,
            _ => random.NextInt64(below),
        };

        public double Real() => random is null ? ++_next / 4.0 : random.Next(5) switch
        {
            0 => double.MaxValue,
            1 => double.Epsilon,
            2 => -0.1,
            3 => double.NaN,
            _ => random.NextDouble() * 1e17,
        };
    }
}
