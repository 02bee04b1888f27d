namespace EntCredit.Domain.Tests.Jurisdictions;

/// <summary>A sixth jurisdiction that no code knows: monthly until a day, pausing by an article, counting the day of the event.</summary>
internal static class InventedProfile
{
    public const string Json = """
        {
          "id": "yunling",
          "name": "云岭州",
          "document": "云政办〔2019〕1号",
          "title": "云岭州涉企信息归集办法",
          "holdsFrom": "2019-03-01",
          "holdsFromSource": { "article": "第三十条", "quote": "本办法自2019年3月1日起施行" },
          "counting": { "eventDayCounted": true, "roll": "none" },
          "clocks": {
            "collection": null,
            "publication": {
              "term": { "unit": "workingDays", "count": 10, "inclusive": false },
              "startsFrom": "信息产生之日",
              "debtor": "marketSupervision",
              "source": { "article": "第六条", "quote": "于十个工作日内公示" }
            },
            "backlogCompletion": null,
            "monthlyProvision": {
              "term": { "unit": "dayOfMonth", "count": 12 },
              "startsFrom": "信息产生的当月",
              "debtor": "provider",
              "source": { "article": "第五条", "quote": "每月12日前提供" },
              "until": "2020-12-31"
            },
            "dualNoticeClaim": null,
            "dualNoticeResult": null,
            "onSiteCheck": {
              "term": { "unit": "calendarDays", "count": 30, "roll": "next" },
              "startsFrom": "收到登记信息",
              "debtor": "approver",
              "source": { "article": "第九条", "quote": "三十日内实地检查" },
              "also": [ { "article": "第十条", "quote": "三十日内" } ]
            },
            "sanctionReceipt": null,
            "sanctionFeedback": null,
            "objectionVerification": null,
            "errorCorrection": null,
            "inspectorRosterUpdate": null,
            "entityRosterUpdate": null
          },
          "collectionScope": "allInformation",
          "provision": {
            "mode": "monthly",
            "load": { "day": "firstWorkingDayOfMonth", "debtor": "operator", "source": { "article": "第五条", "quote": "每月加载" } }
          },
          "publication": [
            { "exposure": "notCollected", "name": "考察信息", "items": ["study-tour"], "source": { "article": "第三条", "quote": "考察信息除外" } },
            { "exposure": "published", "name": "一般程序处罚", "items": ["penalty"], "procedures": ["一般程序", "普通程序"],
              "source": { "article": "第四条", "quote": "适用一般程序的予以公示" } },
            { "exposure": "collectedOnly", "name": "其他", "source": { "inferred": true } }
          ],
          "secrecyReview": { "declaration": "byDefault", "requiredOf": ["central"], "reviewer": "provider", "source": { "inferred": true } },
          "channels": [ { "id": "portal", "name": "州门户", "modes": ["manualEntry", "batchFile"], "levels": ["county"], "source": { "inferred": true } } ],
          "refusedRowCorrection": {
            "afterReceipt": { "unit": "workingDays", "count": 5 }, "notBeforeCollection": false, "reminderWorkingDaysBefore": 2
          },
          "suspension": {
            "allowed": true,
            "decidedBy": ["provider", "marketSupervision"],
            "carriedOutBy": "operator",
            "publicationClock": "pause",
            "source": { "article": "第十一条", "quote": "可以决定暂停公示" },
            "clockSource": { "article": "第十二条", "quote": "暂停期间不计入公示期限" }
          },
          "objections": {
            "lodgedWith": ["operator"], "writtenWithEvidence": false, "repeatNeedsNewEvidence": false,
            "internalTerm": { "unit": "workingDays", "count": 15 }, "source": { "inferred": true }
          },
          "correction": { "carriedOutBy": "operator", "inWriting": true, "reportStartsAt": "receipt", "source": { "inferred": true } },
          "dualNotice": null,
          "sanctions": null,
          "participants": { "roles": ["provider", "marketSupervision", "operator"], "source": { "inferred": true } },
          "digitalSignature": { "use": "required", "source": { "article": "第二十条", "quote": "应当采用数字证书" } },
          "subjects": { "kinds": ["enterprise"], "byAnalogy": ["individualBusiness"], "keys": ["creditCode"], "source": { "inferred": true } },
          "sharing": { "purposeRecorded": false, "republicationForbidden": false, "approvalBeyond": false, "source": { "inferred": true } },
          "accounts": { "issuedBy": "operator", "source": { "article": "第二十一条", "quote": "向平台申请账号" } },
          "displayPeriods": [
            { "items": ["penalty"], "atLeast": { "unit": "months", "count": 3 }, "atMost": { "unit": "months", "count": 36 },
              "source": { "article": "第十五条", "quote": "公示期三个月至三年" } }
          ]
        }
        """;

    /// <summary>The same file with one piece of its text replaced.</summary>
    public static string With(string part, string replacement)
    {
        Assert.Contains(part, Json, StringComparison.Ordinal);
        return Json.Replace(part, replacement, StringComparison.Ordinal);
    }
}
