using System.Collections.Frozen;

namespace Cortex.Compilation.Grammar;

/// <summary>Senders that people write in small letters: services that send mail to nearly everybody. In capitals any name does.</summary>
internal static class KnownSenders
{
    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "linkedin", "amazon", "paypal", "github", "gitlab", "google", "facebook", "netflix", "uber", "ebay", "apple", "microsoft", "twitter", "instagram", "stripe", "slack", "airbnb", "spotify", "dropbox", "zoom", "trello", "asana",
        "jira", "notion", "figma", "shopify", "etsy", "expedia", "ups", "fedex", "dhl", "usps", "whatsapp", "youtube", "pinterest", "reddit", "tiktok", "quora", "medium", "substack", "mailchimp", "hubspot", "zendesk",
        "salesforce", "adobe", "docusign", "doodle", "calendly", "eventbrite", "meetup", "steam", "nintendo", "ikea", "walmart", "target", "costco", "venmo", "revolut", "wise", "visa", "mastercard", "irs", "hmrc", "vinted", "depop", "gumtree", "craigslist", "zillow", "indeed", "glassdoor", "duolingo", "coursera", "udemy", "patreon", "kickstarter", "discord", "twitch", "tinder", "bumble", "strava", "garmin", "fitbit", "lyft", "doordash",
        "grubhub", "deliveroo", "instacart", "booking.com", "tripadvisor", "ryanair", "easyjet", "lufthansa", "verizon", "comcast", "vodafone", "quickbooks", "xero", "klarna", "squarespace", "wix", "godaddy", "cloudflare", "atlassian", "bitbucket", "sentry", "pagerduty", "datadog", "intercom", "typeform", "surveymonkey", "yelp", "costa", "tesco", "argos", "zara", "asos", "lidl", "aldi");

    /// <summary>The length of the name at the start of a text; 0 if there is none.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        var length = PromptWord.LengthWithoutPossessive(text);
        return Names.Contains(text[..length].ToString()) ? length : 0;
    }
}
