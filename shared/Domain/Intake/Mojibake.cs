using System.Buffers;
using System.Text;

namespace EntCredit.Domain.Intake;

/// <summary>
/// Text that was decoded by the wrong encoding and saved: 企业名称 become 浼佷笟鍚嶇О (UTF-8 taken for GBK), ä¼ä¸š (UTF-8 taken for Latin) or ÆóÒµ (GBK taken for
/// Latin). Told only where undoing the mistake gives strictly valid Chinese, which no real text does.
/// </summary>
public static class Mojibake
{
    private const int LeastCharacters = 4;

    private static readonly Encoding Gb = CodePagesEncodingProvider.Instance.GetEncoding(54936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
    private static readonly Encoding Latin = Encoding.GetEncoding("iso-8859-1", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // What the first bytes of a common Chinese character in UTF-8 (E4 to E9, then 80 to BF) are in GBK.
    private static readonly SearchValues<char> Openers = SearchValues.Create(
        [.. from lead in Enumerable.Range(0xE4, 6) from trail in Enumerable.Range(0x80, 0x40) select CharOf(lead, trail)]);

    /// <summary>What a text was meant to say, or null where it is no mojibake that can be told for certain.</summary>
    public static string? Undone(string text)
    {
        if (text.Length < LeastCharacters) return null;
        var first = text.AsSpan().IndexOfAnyInRange('\u0080', '\uFFFF');
        if (first < 0 || text.Length - first < LeastCharacters) return null;
        if (Openers.Contains(text[first])) return UndoneBy(Gb, Utf8, text);
        if (text[first] is >= '\u00A0' and <= '\u00FF') return UndoneBy(Western, Utf8, text) ?? UndoneBy(Latin, Utf8, text) ?? UndoneBy(Western, Gb, text);
        return null;
    }

    // A last character that lost its end is common: the text is tried without it.
    private static string? UndoneBy(Encoding mistaken, Encoding real, string text)
    {
        for (var cut = 0; cut <= 2 && text.Length - cut >= LeastCharacters; cut++)
        {
            try
            {
                var meant = real.GetString(mistaken.GetBytes(text[..^cut]));
                return meant.Count(IsHan) is >= 3 and var han && han * 2 >= meant.Count(c => c > '\u007F') && meant.Count(c => c > '\u007F') < text.Count(c => c > '\u007F') ? meant : null;
            }
            catch (Exception e) when (e is EncoderFallbackException or DecoderFallbackException)
            {
                // Not by this way, or not whole.
            }
        }

        return null;
    }

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF';

    private static char CharOf(int lead, int trail) => Gb.GetString([(byte)lead, (byte)trail])[0];
}
