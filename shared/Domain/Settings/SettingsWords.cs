using System.Text.Json;

namespace EntCredit.Domain.Settings;

/// <summary>The words of data files for the values of an enumeration: their names in camelCase.</summary>
public static class SettingsWords
{
    /// <summary>The word for a value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>The value for a word, or null where there is none.</summary>
    public static T? Parse<T>(string word)
        where T : struct, Enum
    {
        foreach (T value in Enum.GetValues<T>())
        {
            if (Of(value) == word)
                return value;
        }
        return null;
    }

    /// <summary>Every word, as an error lists what is allowed.</summary>
    public static string All<T>()
        where T : struct, Enum => string.Join("、", Enum.GetValues<T>().Select(Of));
}
