namespace Cortex;

/// <summary>What a webhook of Nango's says beyond its address. What the sender left out or got wrong is null.</summary>
public abstract record WebhookDetail
{
    private WebhookDetail()
    {
    }

    /// <summary>A connection was made, authorised again, refreshed or removed. Nango may add operations at any time.</summary>
    /// <param name="Operation">Nango's word: <c>creation</c>, <c>override</c>, <c>refresh</c> …; empty if absent.</param>
    /// <param name="Success">Whether it went well. A refresh may succeed too: the connection has recovered.</param>
    /// <param name="OwnerUserId">The tag <c>end_user_id</c>, or the legacy end user's id. May be gone after a reconnect without tags.</param>
    /// <param name="OwnerEmail">The tag <c>end_user_email</c>, or the legacy end user's address.</param>
    /// <param name="Provider">Nango's template name, e.g. <c>google-mail</c>.</param>
    /// <param name="ErrorDescription">Why it failed, in Nango's words.</param>
    public sealed record Auth(
        string Operation, bool Success, string? OwnerUserId, string? OwnerEmail, string? Provider, string? ErrorDescription) : WebhookDetail;

    /// <summary>A sync run ended; a hint that records of one model may have changed.</summary>
    /// <param name="SyncName">The sync; empty if absent.</param>
    /// <param name="Variant">The sync variant, or null for the base one.</param>
    /// <param name="Model">The model whose records changed.</param>
    /// <param name="ModifiedAfter">When the run began.</param>
    /// <param name="Added">Records added; null if not said.</param>
    /// <param name="Updated">Records updated; null if not said.</param>
    /// <param name="Deleted">Records deleted; null if not said.</param>
    public sealed record SyncSucceeded(
        string SyncName, string? Variant, string Model, DateTimeOffset? ModifiedAfter, int? Added, int? Updated, int? Deleted) : WebhookDetail
    {
        /// <summary>Whether the run says for certain that it changed nothing.</summary>
        public bool ChangedNothing => Added == 0 && Updated == 0 && Deleted == 0;
    }

    /// <summary>A sync run failed or was aborted.</summary>
    /// <param name="SyncName">The sync; empty if absent.</param>
    /// <param name="Models">The models of the sync; none for an aborted run.</param>
    /// <param name="Error">Why, in a sentence.</param>
    public sealed record SyncFailed(string SyncName, IReadOnlyList<string> Models, string Error) : WebhookDetail;

    /// <summary>The provider called Nango, and Nango passes it on.</summary>
    /// <param name="Provider">Nango's template name of the sender, e.g. <c>google-mail</c>; empty if absent.</param>
    public sealed record Forward(string Provider) : WebhookDetail
    {
        /// <summary>Gmail: the mailbox in which something happened.</summary>
        public string? EmailAddress { get; init; }

        /// <summary>Gmail: where the mailbox's history stands, in digits. A push names no message.</summary>
        public string? HistoryId { get; init; }

        /// <summary>Google Calendar: <c>sync</c> when a channel begins, which announces nothing; <c>exists</c> or <c>not_exists</c> for a change.</summary>
        public string? ResourceState { get; init; }

        /// <summary>Salesforce: what happened, in the words of whoever wrote the callout, e.g. <c>Opportunity.updated</c>.</summary>
        public string? EventType { get; init; }
    }

    /// <summary>An action that ran in the background ended, well or badly.</summary>
    /// <param name="Id">The action's id, or null.</param>
    public sealed record AsyncAction(string? Id) : WebhookDetail;

    /// <summary>A type that this version does not know, or no readable type at all.</summary>
    /// <param name="Type">The type as the envelope has it.</param>
    public sealed record Unknown(string Type) : WebhookDetail;
}
