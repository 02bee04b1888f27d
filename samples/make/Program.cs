using System.Text;
using EntCredit.Samples;

// dotnet run --project samples/make -- samples
if (args.Length != 1 || !Directory.Exists(args[0]))
{
    Console.Error.WriteLine("One argument is needed: the samples folder.");
    return 2;
}

Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
var gb18030 = Encoding.GetEncoding("gb18030");
string At(params string[] parts) => Path.Combine([args[0], .. parts]);

Csv.Write(At("jieshou", "jieshou-registrar", "register", "register.csv"), Csv.Of(RegisterSample.Rows()), new UTF8Encoding(false));
Csv.Write(At("jieshou", "jieshou-housing", "permit", "permits.csv"), Csv.Of(PermitSample.Rows()), gb18030);
Xlsx.Write(At("jieshou", "jieshou-enforcement", "penalty", "penalties.xlsx"), "行政处罚", PenaltySample.Rows());
Csv.Write(At("mended", "jieshou-housing", "permit", "permits-mended.csv"), Csv.Of(PermitSample.Mended()), gb18030);
Csv.Write(At("jieshou", "jieshou-housing", "permit", "permits-wrong.csv"), Csv.Of(PermitSample.WrongFile()), gb18030);
foreach (var (jurisdiction, provider, sample) in new[] { ("hunan", "hunan-housing", ElsewhereSample.Hunan), ("chongqing", "chongqing-transport", ElsewhereSample.Chongqing) })
{
    Csv.Write(At(jurisdiction, jurisdiction + "-aic", "register", "register.csv"), Csv.Of(sample.Register()), new UTF8Encoding(false));
    Csv.Write(At(jurisdiction, provider, "permit", "permits.csv"), Csv.Of(sample.Permits()), new UTF8Encoding(false));
}

return 0;
