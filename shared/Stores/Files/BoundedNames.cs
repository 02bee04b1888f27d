using System.Xml;

namespace EntCredit.Stores.Files;

/// <summary>The names of elements and attributes that occurred. A parser keeps each for ever: a part that invents them without end is stopped.</summary>
internal sealed class BoundedNames : NameTable
{
    private const int Most = 5000;
    private int _count;

    public override string Add(char[] key, int start, int len) => base.Get(key, start, len) ?? base.Add(key, start, Counted(len));

    public override string Add(string key) => base.Get(key) ?? base.Add(key);

    private int Counted(int length)
    {
        if (++_count > Most) throw new InvalidDataException();
        return length;
    }
}
