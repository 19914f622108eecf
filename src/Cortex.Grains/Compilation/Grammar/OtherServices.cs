using System.Collections.Frozen;

namespace Cortex.Compilation.Grammar;

/// <summary>Services and devices that Cortex does not reach, of which people ask most (the integrations that automation products list first).</summary>
internal static class OtherServices
{
    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        [
            .. ("slack trello asana dropbox evernote onenote notion airtable jira github gitlab zendesk hubspot pipedrive zoho mailchimp sendgrid stripe paypal quickbooks xero shopify "
                + "woocommerce wordpress webflow typeform wufoo jotform surveymonkey calendly zoom teams discord telegram whatsapp messenger facebook instagram twitter linkedin tiktok "
                + "youtube reddit pinterest spotify twilio sms outlook onedrive sharepoint excel todoist basecamp clickup intercom freshdesk docusign icloud imessage "
                + "alexa hue nest ifttt feedly rss tumblr instapaper toggl sheets spreadsheet spreadsheets drive docs webhook fax printer weather podio "
                + "smartsheet wunderlist omnifocus things3 agilezen kanbanize quickbase semantria pushbullet pushover bitbucket pagerduty opsgenie datadog")
                .Split(' '),
        ]);

    /// <summary>Whether a word names one.</summary>
    public static bool Have(string word) => Names.Contains(word);
}
