namespace EntCredit.Domain.DualNotice.Approvals;

/// <summary>
/// Finds every word of the catalogue in one pass over a business scope: an automaton after Aho and Corasick, made into a table of transitions. Of words
/// that overlap, the one that begins first stands, and of those the longest: 兽药零售 is no 药零售. Full-width and half-width, upper and lower case are one.
/// </summary>
internal sealed class ScopeMatcher
{
    private readonly ushort[] classes = new ushort[char.MaxValue + 1];
    private readonly List<Pattern> patterns = [];

    // next[state * width + class] is the state after a character; ends[state] the longest pattern that ends there, or -1.
    private readonly int width;
    private readonly int[] next;
    private readonly int[] ends;
    private readonly int[] shorter;

    public ScopeMatcher(IReadOnlyList<ApprovalItem> items)
    {
        Dictionary<string, Pattern> byText = new(StringComparer.Ordinal);
        foreach (var item in items)
        {
            foreach (var word in item.Words) PatternOf(word).Items.Add(item.Code);

            // A longer phrase covers the word within it, and leads nowhere.
            foreach (var phrase in item.NotIn) PatternOf(phrase);
        }

        width = Classify() + 1;
        (next, ends, shorter) = Build();

        Pattern PatternOf(string word)
        {
            var text = string.Concat(word.Select(Fold));
            if (!byText.TryGetValue(text, out var pattern)) patterns.Add(byText[text] = pattern = new Pattern(text, word, []));
            return pattern;
        }
    }

    public ScopeReading Read(string scope)
    {
        List<Hit>? hits = null;
        var state = 0;
        for (var i = 0; i < scope.Length; i++)
        {
            state = next[(state * width) + classes[scope[i]]];
            for (var pattern = ends[state]; pattern >= 0; pattern = shorter[pattern])
                (hits ??= []).Add(new Hit(i + 1 - patterns[pattern].Text.Length, pattern));
        }

        return hits is null ? ScopeReading.Empty : Standing(scope, hits);
    }

    private ScopeReading Standing(string scope, List<Hit> hits)
    {
        hits.Sort((one, other) => one.At != other.At ? one.At.CompareTo(other.At) : Length(other).CompareTo(Length(one)));
        List<ScopeWord> words = [];
        IReadOnlyList<ScopeExclusion>? exclusions = null;
        var free = 0;
        foreach (var hit in hits)
        {
            if (hit.At < free) continue;
            free = hit.At + Length(hit);
            var pattern = patterns[hit.Pattern];
            if (pattern.Items.Count == 0) continue;
            exclusions ??= ScopeExclusion.In(scope);
            var excluded = exclusions.FirstOrDefault(exclusion => exclusion.From <= hit.At && free <= exclusion.To);
            words.Add(new ScopeWord(pattern.Items, pattern.Word, hit.At, hit.At > 0 && scope[hit.At - 1] == '非' ? "非" : excluded?.By));
        }

        return words.Count == 0 ? ScopeReading.Empty : new ScopeReading(words);
    }

    private int Length(Hit hit) => patterns[hit.Pattern].Text.Length;

    // A class for each character that occurs in a pattern; every other character is class 0 and leads back to the start.
    private ushort Classify()
    {
        ushort last = 0;
        Dictionary<char, ushort> known = [];
        foreach (var character in patterns.SelectMany(pattern => pattern.Text))
        {
            if (known.TryAdd(character, (ushort)(last + 1))) last++;
        }

        for (var character = 0; character <= char.MaxValue; character++) classes[character] = known.GetValueOrDefault(Fold((char)character));
        return last;
    }

    private (int[] Next, int[] Ends, int[] Shorter) Build()
    {
        List<int[]> states = [NewState()];
        List<int> endings = [-1];
        for (var pattern = 0; pattern < patterns.Count; pattern++)
        {
            var state = 0;
            foreach (var character in patterns[pattern].Text)
            {
                ref var to = ref states[state][classes[character]];
                if (to < 0)
                {
                    to = states.Count;
                    states.Add(NewState());
                    endings.Add(-1);
                }

                state = to;
            }

            endings[state] = pattern;
        }

        // Breadth first: where a character leads nowhere, the longest shorter beginning goes on.
        var fallback = new int[states.Count];
        var shorterOf = new int[patterns.Count];
        Array.Fill(shorterOf, -1);
        Queue<int> open = new();
        for (var c = 0; c < width; c++)
        {
            if (states[0][c] < 0) states[0][c] = 0;
            else open.Enqueue(states[0][c]);
        }

        while (open.TryDequeue(out var state))
        {
            var inherited = endings[fallback[state]];
            if (endings[state] < 0) endings[state] = inherited;
            else shorterOf[endings[state]] = inherited;
            for (var c = 0; c < width; c++)
            {
                var to = states[state][c];
                if (to < 0)
                {
                    states[state][c] = states[fallback[state]][c];
                    continue;
                }

                fallback[to] = states[fallback[state]][c];
                open.Enqueue(to);
            }
        }

        return ([.. states.SelectMany(state => state)], [.. endings], shorterOf);
    }

    private int[] NewState()
    {
        var state = new int[width];
        Array.Fill(state, -1);
        return state;
    }

    private static char Fold(char character) => char.ToUpperInvariant(character is >= '\uFF01' and <= '\uFF5E' ? (char)(character - 0xFEE0) : character);

    private sealed record Pattern(string Text, string Word, List<string> Items);

    private readonly record struct Hit(int At, int Pattern);
}
