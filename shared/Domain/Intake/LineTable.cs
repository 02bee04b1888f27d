namespace EntCredit.Domain.Intake;

/// <summary>
/// The line on which each of many keys stood first: twelve bytes a place, with a quarter of the places free, where a dictionary takes fifty. The keys are parts of
/// digests, so that they are spread by themselves.
/// </summary>
internal sealed class LineTable
{
    private ulong[] _keys = new ulong[1024];
    private int[] _lines = new int[1024];
    private int _count;

    /// <summary>The line that a key has already, or null where it has this one from now on.</summary>
    /// <param name="key">The key.</param>
    /// <param name="line">The line, 1 for the first.</param>
    public int? FirstOf(ulong key, int line)
    {
        if (_count * 4L >= _keys.Length * 3L) Grow();
        var place = PlaceOf(_keys, _lines, key);
        if (_lines[place] != 0) return _lines[place];
        (_keys[place], _lines[place]) = (key, line);
        _count++;
        return null;
    }

    private static int PlaceOf(ulong[] keys, int[] lines, ulong key)
    {
        var place = (int)(key & (ulong)(keys.Length - 1));
        while (lines[place] != 0 && keys[place] != key) place = (place + 1) & (keys.Length - 1);
        return place;
    }

    private void Grow()
    {
        var (keys, lines) = (new ulong[_keys.Length * 2], new int[_lines.Length * 2]);
        for (var old = 0; old < _keys.Length; old++)
        {
            if (_lines[old] == 0) continue;
            var place = PlaceOf(keys, lines, _keys[old]);
            (keys[place], lines[place]) = (_keys[old], _lines[old]);
        }

        (_keys, _lines) = (keys, lines);
    }
}
