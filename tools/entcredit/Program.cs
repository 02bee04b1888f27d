using System.CommandLine;
using EntCredit.Cli;
using EntCredit.Cli.Verbs;

var root = new RootCommand("企业信用信息归集与公示：命令行工具")
{
    DeadlineVerb.Create(),
    CalendarVerb.Create(),
    CheckVerb.Create(),
    TemplateVerb.Create(),
    KeysVerb.Create(),
    LoadVerb.Create(),
    PoisonVerb.Create(),
    MessagesVerb.Create(),
    EntitiesVerb.Create(),
    ReconcileVerb.Create(),
    VerifyVerb.Create(),
    ProofVerb.Create(),
    CheckProofVerb.Create(),
    DrawSeedVerb.Create(),
    CheckDrawVerb.Create(),
    BackupVerb.Create(),
    RestoreVerb.Create(),
};
return CommandLine.Run(root, args);
