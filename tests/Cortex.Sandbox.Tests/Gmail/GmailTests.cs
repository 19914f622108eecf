using System.Text;
using System.Text.Json.Nodes;
using Cortex.Sandbox.Providers.Gmail;
using Cortex.Sandbox.Tests.Support;

namespace Cortex.Sandbox.Tests.Gmail;

public sealed class GmailTests : IAsyncLifetime
{
    private SandboxHost sandbox = null!;

    public async ValueTask InitializeAsync()
    {
        sandbox = await SandboxHost.StartAsync();
        await sandbox.ConnectAsync("c1");
        await sandbox.AddAsync(
            "c1", "GmailEmail",
            new { id = "m1", threadId = "t1", sender = "Bob <bob@example.com>", subject = "Grüße 🙂", body = "How are you?" });
    }

    public async ValueTask DisposeAsync() => await sandbox.DisposeAsync();

    [Fact]
    public async Task Email_PutInAsRecord_CanBeReadThroughTheProxy()
    {
        var message = await GetAsync("messages/m1");

        Assert.Equal(200, message.Status);
        Assert.Equal("t1", Text(message.Json!, "threadId"));
        Assert.Equal(["INBOX", "UNREAD"], Texts(message["labelIds"]));
        Assert.Equal("Bob <bob@example.com>", Header(message, "From"));
        Assert.Equal("Grüße 🙂", Header(message, "Subject"));
        Assert.Equal("ada@example.com", Header(message, "To"));
        Assert.Equal("How are you?", Decode(message["payload"]["body"]!).Trim());
    }

    [Fact]
    public async Task Message_PutInAsRecord_KeepsItsHeadersAndLabels()
    {
        await sandbox.AddAsync("c1", "Message", new
        {
            id = "m2",
            labelIds = new[] { "INBOX", "Label_9" },
            internalDate = "1787337600000",
            payload = new { headers = new[] { new { name = "Message-ID", value = "<x@bob>" }, new { name = "From", value = "bob@example.com" } } },
            _body = "The whole text",
        });

        var message = await GetAsync("messages/m2?format=full");
        Assert.Equal("<x@bob>", Header(message, "Message-ID"));
        Assert.Equal("1787337600000", Text(message.Json!, "internalDate"));
        Assert.Equal(["INBOX", "Label_9"], Texts(message["labelIds"]));
        Assert.Equal("The whole text", Decode(message["payload"]["body"]!).Trim());
        var record = (await sandbox.RecordsAsync("c1", "model=Message"))["records"][0]!.AsObject();
        Assert.False(record.ContainsKey("_body"));
    }

    [Theory]
    [InlineData("minimal", false, false)]
    [InlineData("metadata", true, false)]
    [InlineData("full", true, false)]
    [InlineData("raw", false, true)]
    public async Task Get_EachFormat_HoldsItsParts(string format, bool hasPayload, bool hasRaw)
    {
        var message = (await GetAsync($"messages/m1?format={format}")).Json!.AsObject();

        Assert.Equal(hasPayload, message.ContainsKey("payload"));
        Assert.Equal(hasRaw, message.ContainsKey("raw"));
        Assert.Equal("How are you?", Text(message, "snippet"));
    }

    [Fact]
    public async Task Get_MetadataHeaders_SelectsThem()
    {
        var message = await GetAsync("messages/m1?format=metadata&metadataHeaders=Subject&metadataHeaders=From");

        Assert.Equal(["From", "Subject"], message["payload"]["headers"]!.AsArray().Select(header => Text(header!, "name")));
    }

    [Fact]
    public async Task Get_UnknownMessage_IsGoogles404()
    {
        var answer = await GetAsync("messages/nothing");

        Assert.Equal(404, answer.Status);
        Assert.Equal(404, answer["error"]["code"]!.GetValue<int>());
        Assert.Equal("NOT_FOUND", Text(answer["error"], "status"));
    }

    [Fact]
    public async Task Send_Reply_JoinsTheThreadAndKeepsTheMessageId()
    {
        var sent = await SendAsync("To: bob@example.com\r\nSubject: Re: Hello\r\nMessage-ID: <run-1@cortex>\r\n\r\nFine, thanks", "t1");

        Assert.Equal(200, sent.Status);
        Assert.Equal("t1", Text(sent.Json!, "threadId"));
        Assert.Equal(["SENT"], Texts(sent["labelIds"]));
        var message = await GetAsync($"messages/{Text(sent.Json!, "id")}");
        Assert.Equal("<run-1@cortex>", Header(message, "Message-ID"));
        Assert.Equal("ada@example.com", Header(message, "From"));
        Assert.Equal("Fine, thanks", Decode(message["payload"]["body"]!).Trim());
        Assert.Equal(["m1", Text(sent.Json!, "id")], (await GetAsync("threads/t1"))["messages"].AsArray().Select(item => Text(item!, "id")));
    }

    [Fact]
    public async Task Send_AnswerToAKnownMessage_JoinsItsThreadByItself()
    {
        var sent = await SendAsync("To: bob@example.com\r\nIn-Reply-To: <m1@mail.example.com>\r\n\r\nHi");

        Assert.Equal("t1", Text(sent.Json!, "threadId"));
    }

    [Fact]
    public async Task Send_ToOneself_ArrivesInTheInbox()
        => Assert.Contains("INBOX", Texts((await SendAsync("To: Ada@Example.com\r\n\r\nNote"))["labelIds"]));

    [Theory]
    [InlineData("""{}""", 400)]
    [InlineData("""{"raw":"***"}""", 400)]
    [InlineData("""{"raw":"U3ViamVjdDogeA0KDQp5"}""", 400)]
    [InlineData("""{"raw":"VG86IGJAZXhhbXBsZS5jb20NCg0KeQ","threadId":"nothing"}""", 404)]
    public async Task Send_WhatGmailRefuses_IsRefused(string body, int status)
    {
        var answer = await PostAsync("messages/send", JsonNode.Parse(body)!);

        Assert.Equal(status, answer.Status);
        Assert.Equal(status, answer["error"]["code"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("rfc822msgid:run-7@cortex", true)]
    [InlineData("rfc822msgid:<run-7@cortex>", true)]
    [InlineData("rfc822msgid:run-8@cortex", false)]
    [InlineData("from:ada@example.com subject:\"the report\"", true)]
    [InlineData("subject:other", false)]
    [InlineData("in:sent", true)]
    [InlineData("in:inbox to:carol@example.com", false)]
    [InlineData("to:carol@example.com -in:inbox", true)]
    public async Task List_SearchWords_FindTheMessage(string query, bool isFound)
    {
        var sent = await SendAsync("To: carol@example.com\r\nSubject: About the report\r\nMessage-ID: <run-7@cortex>\r\n\r\nText");

        var list = await GetAsync($"messages?q={Uri.EscapeDataString(query)}");

        var ids = (list.Json!["messages"] as JsonArray ?? []).Select(item => Text(item!, "id"));
        Assert.Equal(isFound, ids.Contains(Text(sent.Json!, "id")));
        Assert.Equal(isFound, list.Json!.AsObject().ContainsKey("messages"));
    }

    [Fact]
    public async Task List_InPages_GivesTheNewestFirst()
    {
        await sandbox.AddAsync("c1", "GmailEmail", new { id = "old", date = "2020-01-01T00:00:00.000Z" });

        var first = await GetAsync("messages?maxResults=1");
        var second = await GetAsync($"messages?maxResults=1&pageToken={Text(first.Json!, "nextPageToken")}");

        Assert.Equal("m1", Text(first["messages"][0]!, "id"));
        Assert.Equal("old", Text(second["messages"][0]!, "id"));
        Assert.False(second.Json!.AsObject().ContainsKey("nextPageToken"));
    }

    [Fact]
    public async Task Labels_CreatedAndPutOn_ShowOnTheMessage()
    {
        var label = await PostAsync("labels", new JsonObject { ["name"] = "Receipts" });
        var id = Text(label.Json!, "id");

        var modified = await ModifyAsync("m1", [id, "STARRED"], ["UNREAD"]);

        Assert.Equal(["INBOX", id, "STARRED"], Texts(modified["labelIds"]));
        Assert.Equal(["INBOX", id, "STARRED"], Texts((await GetAsync("messages/m1"))["labelIds"]));
        Assert.Contains((await GetAsync("labels"))["labels"].AsArray(), item => Text(item!, "name") == "Receipts");
        Assert.Single((await GetAsync("messages?q=label:receipts"))["messages"].AsArray());
    }

    [Fact]
    public async Task Labels_CreatedTwice_IsGoogles409()
    {
        await PostAsync("labels", new JsonObject { ["name"] = "Receipts" });

        var again = await PostAsync("labels", new JsonObject { ["name"] = "receipts" });

        Assert.Equal(409, again.Status);
        Assert.Equal("Label name exists or conflicts", Text(again["error"], "message"));
    }

    [Theory]
    [InlineData("Label_404")]
    [InlineData("SENT")]
    public async Task Modify_LabelThatCannotBePutOn_IsGoogles400(string labelId)
    {
        var answer = await ModifyAsync("m1", [labelId], []);

        Assert.Equal(400, answer.Status);
        Assert.Equal($"Invalid label: {labelId}", Text(answer["error"], "message"));
    }

    [Fact]
    public async Task Trash_Message_LeavesTheInboxAndTheLists()
    {
        var trashed = await PostAsync("messages/m1/trash", new JsonObject());

        Assert.Equal(["UNREAD", "TRASH"], Texts(trashed["labelIds"]));
        Assert.False((await GetAsync("messages")).Json!.AsObject().ContainsKey("messages"));
        Assert.True((await GetAsync("messages?q=in:trash")).Json!.AsObject().ContainsKey("messages"));
    }

    [Fact]
    public async Task Draft_Created_IsKeptAsDraft()
    {
        var message = new JsonObject { ["raw"] = Raw("Subject: Not yet\r\n\r\nText"), ["threadId"] = "t1" };

        var draft = await PostAsync("drafts", new JsonObject { ["message"] = message });

        Assert.NotEmpty(Text(draft.Json!, "id"));
        Assert.Equal("t1", Text(draft["message"], "threadId"));
        Assert.Equal(["DRAFT"], Texts(draft["message"]["labelIds"]!));
    }

    [Fact]
    public async Task Drafts_AreListedAndRead_UntilNoneMatches()
    {
        var draft = await PostAsync("drafts", new JsonObject { ["message"] = new JsonObject { ["raw"] = Raw("Subject: Not yet\r\nMessage-ID: <run-9@cortex>\r\n\r\nText") } });
        var id = Text(draft.Json!, "id");

        var listed = Assert.Single((await GetAsync("drafts?q=rfc822msgid:run-9@cortex"))["drafts"].AsArray())!;
        var read = await GetAsync($"drafts/{id}?format=metadata");

        Assert.Equal((id, Text(draft["message"], "id")), (Text(listed, "id"), Text(listed["message"]!, "id")));
        Assert.Equal("Not yet", Header(new Answer(200, read["message"], "", read.Headers), "Subject"));
        Assert.False((await GetAsync("drafts?q=rfc822msgid:run-8@cortex")).Json!.AsObject().ContainsKey("drafts"));
        Assert.False((await GetAsync("messages?q=-in:drafts subject:yet")).Json!.AsObject().ContainsKey("messages"));
        Assert.Equal(404, (await GetAsync("drafts/nothing")).Status);
    }

    [Fact]
    public async Task BatchModify_ChangesAllThatAreThere()
    {
        await sandbox.AddAsync("c1", "GmailEmail", new { id = "m2" });

        var done = await PostAsync("messages/batchModify", JsonNode.Parse("""{"ids":["m1","m2","nothing"],"addLabelIds":["STARRED"],"removeLabelIds":["INBOX"]}""")!);

        Assert.Equal(204, done.Status);
        Assert.Equal(["UNREAD", "STARRED"], Texts((await GetAsync("messages/m1"))["labelIds"]));
        Assert.Equal(["UNREAD", "STARRED"], Texts((await GetAsync("messages/m2"))["labelIds"]));
        Assert.Equal(400, (await PostAsync("messages/batchModify", JsonNode.Parse("""{"ids":["m1"]}""")!)).Status);
        Assert.Equal(400, (await PostAsync("messages/batchModify", JsonNode.Parse("""{"addLabelIds":["STARRED"]}""")!)).Status);
    }

    [Fact]
    public async Task Untrash_TakesItOutOfTheTrash()
    {
        await PostAsync("messages/m1/trash", new JsonObject());

        Assert.Equal(["UNREAD"], Texts((await PostAsync("messages/m1/untrash", new JsonObject()))["labelIds"]));
    }

    [Fact]
    public async Task Labels_PutInAsRecords_AreThoseOfTheMailbox()
    {
        await sandbox.AddAsync("c1", "Label", new { id = "Label_7", name = "Invoices", type = "user" });

        Assert.Contains((await GetAsync("labels"))["labels"].AsArray(), label => Text(label!, "id") == "Label_7" && Text(label!, "name") == "Invoices");
        Assert.Equal(200, (await ModifyAsync("m1", ["Label_7"], [])).Status);
    }

    [Fact]
    public async Task Files_OfAnEmailPutIn_AreAttachedToIt()
    {
        await sandbox.AddAsync("c1", "GmailEmail", new
        {
            id = "m2", body = "See file", attachments = new[] { new { filename = "bill.pdf", mimeType = "application/pdf", size = 1200, attachmentId = "a1" } },
        });

        var parts = (await GetAsync("messages/m2"))["payload"]["parts"]!.AsArray();
        var attachment = await GetAsync($"messages/m2/attachments/{Text(parts[1]!["body"]!, "attachmentId")}");

        Assert.Equal("See file", Decode(parts[0]!["body"]!).Trim());
        Assert.Equal(("bill.pdf", "application/pdf"), (Text(parts[1]!, "filename"), Text(parts[1]!, "mimeType")));
        Assert.Equal(1200, attachment["size"].GetValue<int>());
    }

    [Fact]
    public async Task Parts_OfAMessagePutIn_AreItsContent()
    {
        await sandbox.AddAsync("c1", "Message", new
        {
            id = "m2",
            payload = new
            {
                mimeType = "multipart/mixed",
                headers = new[] { new { name = "Subject", value = "Full" } },
                parts = new object[]
                {
                    new { mimeType = "text/plain", filename = "", body = new { data = "RGVhciBBZGE" } },
                    new { mimeType = "text/csv", filename = "a.csv", body = new { data = "MSwy" } },
                },
            },
        });

        var parts = (await GetAsync("messages/m2"))["payload"]["parts"]!.AsArray();
        Assert.Equal("Dear Ada", Decode(parts[0]!["body"]!).Trim());
        Assert.Equal("1,2", Decode((await GetAsync($"messages/m2/attachments/{Text(parts[1]!["body"]!, "attachmentId")}")).Json!).Trim());
    }

    [Fact]
    public async Task Search_ForAPhrase_LooksIntoTheWholeText()
    {
        await sandbox.AddAsync("c1", "GmailEmail", new { id = "m2", body = string.Concat(Enumerable.Repeat("filler ", 100)) + "the quarterly plan" });

        Assert.Equal("m2", Text(Assert.Single((await GetAsync("messages?q=\"quarterly plan\" -in:drafts"))["messages"].AsArray())!, "id"));
        Assert.False((await GetAsync("messages?q=\"plan quarterly\"")).Json!.AsObject().ContainsKey("messages"));
    }

    [Fact]
    public async Task Attachment_OfASentMail_CanBeFetched()
    {
        var sent = await SendAsync(
            "To: b@example.com\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nSee\r\n"
            + "--x\r\nContent-Type: text/csv; name=a.csv\r\nContent-Disposition: attachment; filename=a.csv\r\n\r\n1,2\r\n--x--\r\n");
        var id = Text(sent.Json!, "id");

        var part = (await GetAsync($"messages/{id}"))["payload"]["parts"]![1]!;
        var attachment = await GetAsync($"messages/{id}/attachments/{Text(part["body"]!, "attachmentId")}");

        Assert.Equal("a.csv", Text(part, "filename"));
        Assert.Equal("1,2", Decode(attachment.Json!).Trim());
    }

    [Fact]
    public async Task Profile_OfTheAccount_NamesItsAddress()
        => Assert.Equal("ada@example.com", Text((await GetAsync("profile")).Json!, "emailAddress"));

    [Fact]
    public async Task Email_DeletedAsRecord_IsGoneFromTheMailbox()
    {
        await sandbox.AddAsync("c1", "GmailEmail", new { id = "m1", _deleted = true });

        Assert.Equal(404, (await GetAsync("messages/m1")).Status);
    }

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();

    private static string[] Texts(JsonNode list) => [.. list.AsArray().Select(item => item!.GetValue<string>())];

    private static string Raw(string mail) => MailText.Base64Url(Encoding.UTF8.GetBytes(mail)).TrimEnd('=');

    private static string Decode(JsonNode body) => Encoding.UTF8.GetString(MailText.TryDecode(Text(body, "data"))!);

    private static string Header(Answer message, string name)
        => Text(message["payload"]["headers"]!.AsArray().First(header => name.Equals(Text(header!, "name"), StringComparison.OrdinalIgnoreCase))!, "value");

    private Task<Answer> GetAsync(string path) => sandbox.GmailAsync("c1", HttpMethod.Get, path);

    private Task<Answer> PostAsync(string path, JsonNode body) => sandbox.GmailAsync("c1", HttpMethod.Post, path, body);

    private Task<Answer> SendAsync(string mail, string? threadId = null)
        => PostAsync("messages/send", new JsonObject { ["raw"] = Raw(mail), ["threadId"] = threadId });

    private Task<Answer> ModifyAsync(string id, string[] added, string[] removed)
        => PostAsync($"messages/{id}/modify", new JsonObject { ["addLabelIds"] = List(added), ["removeLabelIds"] = List(removed) });

    private static JsonArray List(string[] items) => [.. items.Select(item => JsonValue.Create(item))];
}
