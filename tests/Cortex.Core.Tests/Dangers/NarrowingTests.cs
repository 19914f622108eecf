using System.Text.Json;
using Cortex.Catalog;
using Cortex.Dangers;
using Cortex.Programs;
using CsCheck;
using static Cortex.Core.Tests.Programs.Sample;

namespace Cortex.Core.Tests.Dangers;

public class NarrowingTests
{
    private const int Samples = 5_000;

    private static readonly ItemKind Email = CortexCatalog.Known.FindTrigger(Providers.Gmail, "email.received")!.Item;

    /// <summary>An email like any other: it is none that somebody would name, and has all that emails have.</summary>
    private static readonly JsonElement Ordinary = Parse(
        """
        {"id":"1","threadId":"1","from":"someone@elsewhere.example","fromName":"Some One","to":["you@home.example"],"cc":[],"subject":"Lunch, anybody?","snippet":"Hello","body":"Hello, have you eaten?",
         "date":"2026-01-31T08:30:00Z","labels":["INBOX","UNREAD"],"attachments":[],"hasAttachment":false}
        """);

    /// <summary>What people name. None holds of the ordinary email.</summary>
    private static readonly Condition[] Naming =
    [
        Is("from", Operator.Equals, "ana@shop.example"), Is("from", Operator.EndsWith, "@shop.example"), Is("from", Operator.Contains, "Ana"), Is("subject", Operator.Contains, "invoice"),
        Is("subject", Operator.StartsWith, "Re:"), Is("body", Operator.Contains, "€"), Is("body", Operator.Contains, "急"), Is("subject", Operator.Matches, "order \\d+"), Is("labels", Operator.Contains, "Q"),
        Is("labels", Operator.Equals, "IMPORTANT"), new Comparison("hasAttachment", Operator.Equals, Literal.Of(true)), new Comparison("cc", Operator.Exists, Literal.Of(true)),
        Is("content", Operator.Semantic, "is an invoice"), Is("labels", Operator.Contains, "Bills") with { Edge = true },
    ];

    /// <summary>What holds of nearly every email.</summary>
    private static readonly Condition[] Empty =
    [
        Condition.Always, Is("from", Operator.Contains, "@"), Is("from", Operator.Contains, "."), Is("from", Operator.EndsWith, ".example"), Is("body", Operator.Contains, "e"), Is("subject", Operator.StartsWith, "L"),
        Is("subject", Operator.Matches, ".*"), Is("subject", Operator.Matches, "[a-z]+"), Is("from", Operator.Matches, "@"), Is("body", Operator.Contains, ", "), Is("labels", Operator.Contains, "unread"),
        Is("labels", Operator.Equals, "INBOX"), new Comparison("subject", Operator.Exists, Literal.Of(true)), new Comparison("from", Operator.Exists, Literal.Of(true)),
        new Comparison("cc", Operator.Exists, Literal.Of(false)), new Comparison("hasAttachment", Operator.Equals, Literal.Of(false)), new Comparison("date", Operator.GreaterThan, Literal.Of("2025-01-01")),
    ];

    public static TheoryData<string> NamingOnes => [.. Naming.Select(Json)];

    public static TheoryData<string> EmptyOnes => [.. Empty.Select(Json)];

    [Theory]
    [MemberData(nameof(NamingOnes))]
    public void WhatNamesItems_Narrows_AndItsContraryDoesNot(string condition)
    {
        Assert.True(Narrowing.IsIn(Read(condition), Email));
        Assert.False(Narrowing.IsIn(new NotOf(Read(condition)), Email));
        Assert.True(Narrowing.IsIn(new NotOf(new NotOf(Read(condition))), Email));
        Assert.Equal(Truth.False, OfOrdinary(Read(condition)));
    }

    [Theory]
    [MemberData(nameof(EmptyOnes))]
    public void WhatHoldsOfNearlyAll_NarrowsNothing(string condition)
    {
        Assert.False(Narrowing.IsIn(Read(condition), Email));
        Assert.Equal(Truth.True, OfOrdinary(Read(condition)));
    }

    [Theory]
    [InlineData("is not an invoice")]
    [InlineData("anything but a newsletter")]
    [InlineData("isn't interesting")]
    [InlineData("isn’t interesting")]
    [InlineData("has nothing to do with work")]
    public void ConditionInWords_ThatDenies_NarrowsNothing(string words)
    {
        Assert.False(Narrowing.IsIn(Is("content", Operator.Semantic, words), Email));
        Assert.False(Narrowing.IsIn(new NotOf(Is("content", Operator.Semantic, words)), Email));
    }

    [Theory]
    [InlineData(Operator.GreaterThan, 1_000, false, true)]
    [InlineData(Operator.GreaterThan, 0, false, false)]
    [InlineData(Operator.GreaterThan, -1, false, false)]
    [InlineData(Operator.LessThan, 1_000, true, true)] // "at least 1000"
    [InlineData(Operator.LessThan, 0, true, false)]
    [InlineData(Operator.LessThan, 1_000, false, true)]
    [InlineData(Operator.GreaterThan, 1_000, true, true)] // "at most 1000"
    [InlineData(Operator.Equals, 1_000, false, true)]
    [InlineData(Operator.Equals, 1_000, true, false)]
    internal void Number_NarrowsByItsBound_WhicheverWayItIsSaid(Operator op, int number, bool isNegated, bool narrows)
    {
        var opportunity = CortexCatalog.Known.FindTrigger(Providers.Salesforce, "opportunity.created")!.Item;
        Condition comparison = new Comparison("Amount", op, Literal.Of((decimal)number));

        Assert.Equal(narrows, Narrowing.IsIn(isNegated ? new NotOf(comparison) : comparison, opportunity));
    }

    [Fact]
    public void WhatEarlierStepsFound_Narrows_AndWhatTheyDidNotFindDoesNot()
    {
        var found = new Comparison("steps[0].output.found", Operator.Equals, Literal.Of(true));

        Assert.True(Narrowing.IsIn(Is("steps[0].output.label", Operator.Equals, "spam"), Email));
        Assert.False(Narrowing.IsIn(new NotOf(Is("steps[0].output.label", Operator.Equals, "spam")), Email));
        Assert.True(Narrowing.IsIn(found, Email));
    }

    /// <summary>What is held to narrow never lets the ordinary email through.</summary>
    [Fact]
    public void AnyCondition_ThatNarrows_LeavesTheOrdinaryItemOut() =>
        TreeOf(Gen.OneOf<Condition>([.. Naming, .. Empty]), depth: 4).Sample(
            condition => !Narrowing.IsIn(condition, Email) || OfOrdinary(condition) == Truth.False,
            iter: Samples,
            print: Json);

    /// <summary>And of what only names items, it is asked about exactly what lets it through.</summary>
    [Fact]
    public void AnyConditionOfNames_NarrowsExactlyIfItLeavesTheOrdinaryItemOut() =>
        TreeOf(Gen.OneOf<Condition>(Naming), depth: 4).Sample(
            condition => Narrowing.IsIn(condition, Email) == (OfOrdinary(condition) == Truth.False),
            iter: Samples,
            print: Json);

    private static Gen<Condition> TreeOf(Gen<Condition> leaf, int depth)
    {
        if (depth == 0)
        {
            return leaf;
        }

        var part = TreeOf(leaf, depth - 1);
        return Gen.OneOf(
            leaf,
            part.Array[0, 3].Select(parts => (Condition)new AllOf(parts)),
            part.Array[1, 3].Select(parts => (Condition)new AnyOf(parts)),
            part.Select(one => (Condition)new NotOf(one)));
    }

    /// <summary>The model says "no" to everything: the email is ordinary.</summary>
    private static Truth OfOrdinary(Condition condition)
    {
        var judged = Naming.OfType<Comparison>().Where(leaf => leaf.Op == Operator.Semantic).ToDictionary(leaf => leaf, _ => new SemanticVerdict(false, "It is like any other."));
        return PreparedCondition.Of(condition).TruthOf(new(Ordinary, Ordinary, Judged: judged));
    }

    private static string Json(Condition condition) => ProgramJson.Write(new(1, new(Providers.Gmail, "email.received", condition), [new("none", "{}")]));

    private static Condition Read(string json) => ProgramJson.Parse(json).Trigger.Where;
}
