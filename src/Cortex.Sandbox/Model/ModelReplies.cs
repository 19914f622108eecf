using System.Text.Json.Nodes;

namespace Cortex.Sandbox.Model;

/// <summary>The answers that wait for a prompt, first in, first out, and the requests that came.</summary>
internal sealed class ModelReplies(SandboxOptions options)
{
    private readonly Lock access = new();
    private readonly List<ModelReply> waiting = [];
    private readonly Queue<JsonNode> requests = new();

    public bool TryAdd(ModelReply reply)
    {
        lock (access)
        {
            if (waiting.Count >= options.PreparedMax)
            {
                return false;
            }

            waiting.Add(reply);
            return true;
        }
    }

    public ModelReply? Take(string prompt, JsonNode request)
    {
        lock (access)
        {
            requests.Enqueue(request);
            if (requests.Count > options.PreparedMax)
            {
                requests.Dequeue();
            }

            var index = waiting.FindIndex(reply => prompt.Contains(reply.Match, StringComparison.Ordinal));
            if (index < 0)
            {
                return null;
            }

            var found = waiting[index];
            waiting.RemoveAt(index);
            return found;
        }
    }

    public (int Waiting, IReadOnlyList<JsonNode> Requests) Snapshot()
    {
        lock (access)
        {
            return (waiting.Count, [.. requests]);
        }
    }

    public void Clear()
    {
        lock (access)
        {
            waiting.Clear();
            requests.Clear();
        }
    }
}
