namespace EntCredit.Functions; internal static class P { static void Main(){} }
