using EntCredit.Domain.Errors;

namespace EntCredit.Domain.Intake;

/// <content>EC2xxx: what is found in a row.</content>
public static partial class IntakeErrors
{
    /// <summary>More cells than the header has.</summary>
    public static ErrorDefinition TooManyCells { get; } = new(
        "EC2001", "More cells than the header has",
        "本行的单元格比表头多（多出“{0}”）",
        "多半是某个单元格里的逗号没有加引号，或者各列错位；请核对后重报");

    /// <summary>Characters were lost.</summary>
    public static ErrorDefinition DamagedText { get; } = new(
        "EC2002", "Characters were lost",
        "“{0}”中有无法辨认的乱码，原字符已丢失",
        "请从原系统重新导出，保存为 UTF-8 或 GB18030 编码后重报");

    /// <summary>Control characters were removed.</summary>
    public static ErrorDefinition ControlCharacters { get; } = new(
        "EC2003", "Control characters were removed",
        "“{0}”中有不可见的控制字符，已去除",
        "请核对内容，以后请勿从其他软件直接粘贴");

    /// <summary>The text was decoded wrongly before it reached us.</summary>
    public static ErrorDefinition GarbledText { get; } = new(
        "EC2004", "The text was decoded wrongly before it reached us",
        "“{0}”是乱码，原文可能是“{1}”",
        "请从原系统重新导出，不要用错误的编码打开后另存");

    /// <summary>A spreadsheet's formula failed.</summary>
    public static ErrorDefinition FormulaFailed { get; } = new(
        "EC2005", "A spreadsheet's formula failed",
        "“{0}”是表格公式的错误值（{1}），不是内容",
        "请在表格软件中更正公式，或者改填公式应得的值");

    /// <summary>A credit code has not 18 characters.</summary>
    public static ErrorDefinition CreditCodeLength { get; } = new(
        "EC2101", "A credit code has not 18 characters",
        "统一社会信用代码应为18位，填报的是{0}位",
        "请按营业执照填写18位代码");

    /// <summary>A credit code has a character outside the alphabet.</summary>
    public static ErrorDefinition CreditCodeSymbol { get; } = new(
        "EC2102", "A credit code has a character outside the alphabet",
        "统一社会信用代码中有不允许的字符（不使用字母 I、O、S、V、Z）{0}",
        "请对照营业执照核对，特别是数字0与字母O、数字1与字母I");

    /// <summary>A credit code's check character is wrong.</summary>
    public static ErrorDefinition CreditCodeCheck { get; } = new(
        "EC2103", "A credit code's check character is wrong",
        "统一社会信用代码的校验位不对，应为“{0}”或前面的字符有误",
        "请对照营业执照核对每一位（GB 32100-2015）");

    /// <summary>A spreadsheet stored a code as a number.</summary>
    public static ErrorDefinition CreditCodeAsNumber { get; } = new(
        "EC2104", "A spreadsheet stored a code as a number",
        "代码被表格软件存成了数字，末几位已丢失",
        "请把该列设为“文本”格式后重新填写代码");

    /// <summary>The inner organisation code's check character is off.</summary>
    public static ErrorDefinition CreditCodeInnerCheck { get; } = new(
        "EC2105", "The inner organisation code's check character is off",
        "代码第9至17位（主体标识码）的校验位与 GB 11714 不符",
        "个别真实代码也如此；请核对，无误则不必处理");

    /// <summary>A credit code's prefix is not of the standard's table.</summary>
    public static ErrorDefinition CreditCodePrefix { get; } = new(
        "EC2106", "A credit code's prefix is not of the standard's table",
        "代码开头“{0}”不在标准的登记管理部门和机构类别表内",
        "请核对，无误则不必处理");

    /// <summary>An identifier was mended.</summary>
    public static ErrorDefinition IdentifierMended { get; } = new(
        "EC2107", "An identifier was mended",
        "代码的写法已按标准更正为“{0}”",
        "请以后使用半角大写、不带说明文字的写法");

    /// <summary>A number stands in another number's column.</summary>
    public static ErrorDefinition CodeInOtherColumn { get; } = new(
        "EC2108", "A number stands in another number's column",
        "“{0}”填在了“{1}”栏，已按其真实类型读取",
        "请以后填在对应的栏目");

    /// <summary>A registration number's check digit is wrong.</summary>
    public static ErrorDefinition RegistrationNumberCheck { get; } = new(
        "EC2111", "A registration number's check digit is wrong",
        "15位工商注册号的校验位不对，应为“{0}”或前面的数字有误",
        "请对照营业执照核对（GS 15-2006）");

    /// <summary>A registration number of an old form cannot be verified.</summary>
    public static ErrorDefinition RegistrationNumberUnverified { get; } = new(
        "EC2112", "A registration number of an old form cannot be verified",
        "旧式注册号“{0}”没有校验位，只能作为未核实的别名",
        "请尽量补填统一社会信用代码");

    /// <summary>A text is no registration number.</summary>
    public static ErrorDefinition NoRegistrationNumber { get; } = new(
        "EC2113", "A text is no registration number",
        "“{0}”不是工商注册号{1}",
        "请填写15位工商注册号，或改填统一社会信用代码");

    /// <summary>A doubtful registration number was left out.</summary>
    public static ErrorDefinition RegistrationNumberDropped { get; } = new(
        "EC2114", "A doubtful registration number was left out",
        "工商注册号“{0}”有误，本行以统一社会信用代码为准",
        "请更正或清空该栏");

    /// <summary>Only an organisation code tells whom the row concerns.</summary>
    public static ErrorDefinition OrganizationCodeOnly { get; } = new(
        "EC2115", "Only an organisation code tells whom the row concerns",
        "只有组织机构代码“{0}”，作为未核实的别名，待登记信息到达后归于企业名下",
        "请尽量补填统一社会信用代码");

    /// <summary>A text is no date.</summary>
    public static ErrorDefinition DateIllegible { get; } = new(
        "EC2201", "A text is no date",
        "“{0}”不是日期",
        "请写成 2020-07-01 的样子");

    /// <summary>A day does not exist.</summary>
    public static ErrorDefinition DateNonexistent { get; } = new(
        "EC2202", "A day does not exist",
        "日期“{0}”不存在",
        "请核对年月日");

    /// <summary>A date can be read in several ways.</summary>
    public static ErrorDefinition DateAmbiguous { get; } = new(
        "EC2203", "A date can be read in several ways",
        "日期“{0}”有多种读法",
        "请写成四位年份，如 2020-07-01");

    /// <summary>A date lies in the future.</summary>
    public static ErrorDefinition DateInFuture { get; } = new(
        "EC2204", "A date lies in the future",
        "{0}（{1}）晚于收到本文件之日（{2}）",
        "请核对日期；尚未发生的事项不得填报");

    /// <summary>Two dates are in the wrong order.</summary>
    public static ErrorDefinition DateOrder { get; } = new(
        "EC2205", "Two dates are in the wrong order",
        "{0}（{1}）早于{2}（{3}）",
        "请核对这两个日期");

    /// <summary>A spreadsheet's day number was read as a date.</summary>
    public static ErrorDefinition DateSerial { get; } = new(
        "EC2206", "A spreadsheet's day number was read as a date",
        "“{0}”按表格软件的日期序号读作 {1}",
        "请核对；以后请把该列设为日期或文本格式");

    /// <summary>A date was mended.</summary>
    public static ErrorDefinition DateMended { get; } = new(
        "EC2207", "A date was mended",
        "日期“{0}”读作 {1}",
        "请核对；以后请写成 2020-07-01 的样子");

    /// <summary>A date is very old.</summary>
    public static ErrorDefinition DateVeryOld { get; } = new(
        "EC2208", "A date is very old",
        "日期 {0} 早于1949年10月1日",
        "请核对年份");

    /// <summary>The information arose before its decision.</summary>
    public static ErrorDefinition GeneratedBeforeDecided { get; } = new(
        "EC2209", "The information arose before its decision",
        "信息产生日期（{0}）早于决定日期（{1}）",
        "请核对；期限从信息产生日期起算");

    /// <summary>No number tells whom the row concerns.</summary>
    public static ErrorDefinition SubjectMissing { get; } = new(
        "EC2301", "No number tells whom the row concerns",
        "没有统一社会信用代码，也没有工商注册号或有效的组织机构代码，无法记于企业名下",
        "请至少填写其中一项");

    /// <summary>A required field is empty.</summary>
    public static ErrorDefinition RequiredMissing { get; } = new(
        "EC2302", "A required field is empty",
        "必填项“{0}”未填",
        "请补填");

    /// <summary>A usual field is empty.</summary>
    public static ErrorDefinition RecommendedMissing { get; } = new(
        "EC2303", "A usual field is empty",
        "“{0}”未填",
        "请尽量补填");

    /// <summary>The row concerns a natural person.</summary>
    public static ErrorDefinition NaturalPerson { get; } = new(
        "EC2304", "The row concerns a natural person",
        "相对人是自然人，不属于涉企信息，不予归集",
        "请删除本行；如确为企业或个体工商户，请更正相对人类别和代码");

    /// <summary>The document has no number.</summary>
    public static ErrorDefinition NoDocumentNumber { get; } = new(
        "EC2305", "The document has no number",
        "文书号填报为“{0}”，按没有文号处理",
        "如有文号请补填，以便识别更正和重复");

    /// <summary>A text is too long.</summary>
    public static ErrorDefinition TooLong { get; } = new(
        "EC2401", "A text is too long",
        "“{0}”有{1}个字符，超过上限{2}",
        "请删减");

    /// <summary>A value is not in its code list.</summary>
    public static ErrorDefinition NotInList { get; } = new(
        "EC2402", "A value is not in its code list",
        "“{0}”不在允许的取值内（{1}）",
        "请改用列出的代码或名称");

    /// <summary>A value is outside its usual code list.</summary>
    public static ErrorDefinition OutsideList { get; } = new(
        "EC2403", "A value is outside its usual code list",
        "“{0}”不在常用取值内（{1}），按原文收下",
        "请核对，尽量使用列出的名称");

    /// <summary>A text is no amount.</summary>
    public static ErrorDefinition AmountIllegible { get; } = new(
        "EC2404", "A text is no amount",
        "“{0}”不是金额",
        "请填写以万元为单位的数字，如 0.5");

    /// <summary>An amount is negative.</summary>
    public static ErrorDefinition AmountNegative { get; } = new(
        "EC2405", "An amount is negative",
        "金额“{0}”是负数",
        "请核对");

    /// <summary>An amount was converted.</summary>
    public static ErrorDefinition AmountConverted { get; } = new(
        "EC2406", "An amount was converted",
        "金额“{0}”换算为 {1} 万元",
        "请核对；该栏以万元为单位");

    /// <summary>An amount is very high.</summary>
    public static ErrorDefinition AmountHigh { get; } = new(
        "EC2407", "An amount is very high",
        "金额达 {0} 万元，可能误以元为单位",
        "请核对单位；该栏以万元为单位");

    /// <summary>The authority does not look like a department.</summary>
    public static ErrorDefinition AuthorityDoubtful { get; } = new(
        "EC2408", "The authority does not look like a department",
        "“{0}”不像机关名称",
        "请核对各列是否错位");

    /// <summary>The name does not look like a name.</summary>
    public static ErrorDefinition NameDoubtful { get; } = new(
        "EC2409", "The name does not look like a name",
        "“{0}”不像名称",
        "请核对各列是否错位");

    /// <summary>A citizen's number stands in public text.</summary>
    public static ErrorDefinition PersonalInText { get; } = new(
        "EC2410", "A citizen's number stands in public text",
        "“{0}”中有居民身份证号，公开内容中已遮盖",
        "请勿在公开栏目填写身份证号");

    /// <summary>An amount has more than six decimals.</summary>
    public static ErrorDefinition AmountPrecise { get; } = new(
        "EC2411", "An amount has more than six decimals",
        "金额“{0}”超过六位小数",
        "请填写以万元为单位、最多六位小数的数字");

    /// <summary>An amount is larger than any can be.</summary>
    public static ErrorDefinition AmountTooLarge { get; } = new(
        "EC2413", "An amount is larger than any can be",
        "金额“{0}”超过上限（以万元计，整数部分最多12位）",
        "请核对金额和单位");

    /// <summary>A record id is illegible.</summary>
    public static ErrorDefinition RecordIdIllegible { get; } = new(
        "EC2412", "A record id is illegible",
        "记录编号“{0}”无法识别，按新记录处理",
        "请保留回执中的记录编号原样");

    /// <summary>The same content occurs earlier in the file.</summary>
    public static ErrorDefinition DuplicateInFile { get; } = new(
        "EC2501", "The same content occurs earlier in the file",
        "与本文件第{0}行内容相同，不重复记录",
        "请删除重复行");

    /// <summary>The same document occurs earlier in the file with other content.</summary>
    public static ErrorDefinition ConflictInFile { get; } = new(
        "EC2502", "The same document occurs earlier in the file with other content",
        "与本文件第{0}行的文号和相对人相同，但内容不同",
        "请核对以哪一行为准");

    /// <summary>A line below the table is no record.</summary>
    public static ErrorDefinition FooterSkipped { get; } = new(
        "EC2503", "A line below the table is no record",
        "本行（{0}）是合计或表尾说明，不是数据，已略过",
        "不必处理；如确为数据，请补填统一社会信用代码等内容后重报");

    /// <summary>The header occurs again between the rows.</summary>
    public static ErrorDefinition HeaderRepeated { get; } = new(
        "EC2504", "The header occurs again between the rows",
        "本行重复了表头，已略过",
        "不必处理");

    /// <summary>The quotes of a line break the rules of CSV.</summary>
    public static ErrorDefinition OddQuotes { get; } = new(
        "EC2505", "The quotes of a line break the rules of CSV",
        "本行的英文双引号不合规则，各列的划分可能有误",
        "请核对；含逗号、换行或双引号的内容整个用双引号括起，其中的双引号写两遍");
}
