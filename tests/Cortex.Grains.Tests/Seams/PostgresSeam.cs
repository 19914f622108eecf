using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Cortex.Grains.Tests.Seams;

/// <summary>
/// Stands between a silo and PostgreSQL. A call is one round trip, by the statements in it: all that the client sends up to a Sync or a simple query
/// (PostgreSQL 15 documentation, chapter 55, "Frontend/Backend Protocol").
/// </summary>
public sealed class PostgresSeam : IAsyncDisposable
{
    private const int CancelRequest = 80877102;
    private const int SslRequest = 80877103;
    private const int GssRequest = 80877104;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly IPEndPoint _server;
    private readonly Task _accepting;

    public PostgresSeam(IPEndPoint server)
    {
        _server = server;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public Seam Seam { get; } = new();

    public int Port { get; }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _accepting;
        _listener.Dispose();
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> sessions = [];
        try
        {
            while (true)
            {
                sessions.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stopping.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            await Task.WhenAll(sessions);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        using (var server = new TcpClient())
        {
            try
            {
                await server.ConnectAsync(_server, _stopping.Token);
                (client.NoDelay, server.NoDelay) = (true, true);
                using var ended = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
                var session = new Session(Seam, client.GetStream(), server.GetStream());
                await Task.WhenAny(session.SendAsync(ended.Token), session.AnswerAsync(ended.Token));
                await ended.CancelAsync();
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException)
            {
            }
        }
    }

    /// <summary>One connection. Its answers are counted by ReadyForQuery, of which each call has one.</summary>
    private sealed class Session(Seam seam, NetworkStream client, NetworkStream server)
    {
        private readonly Dictionary<string, string> _prepared = new(StringComparer.Ordinal);
        private readonly List<byte> _unsent = [];
        private readonly List<string> _statements = [];
        private int _calls;
        private volatile int _failing = int.MaxValue;
        private SeamFault _fault;

        /// <summary>From the client to the server, until either ends or a call is not to be done.</summary>
        public async Task SendAsync(CancellationToken cancellationToken)
        {
            try
            {
                await StartAsync(cancellationToken);
                while (await ReadAsync(client, cancellationToken) is var (type, message))
                {
                    if (!await SendAsync(type, message, cancellationToken))
                    {
                        return;
                    }
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
            {
            }
        }

        /// <summary>From the server to the client, until either ends or an answer is lost.</summary>
        public async Task AnswerAsync(CancellationToken cancellationToken)
        {
            try
            {
                for (var answered = 0; await ReadAsync(server, cancellationToken) is var (type, message);)
                {
                    if (answered < _failing)
                    {
                        await client.WriteAsync(message, cancellationToken);
                    }
                    else if (type == 'Z' && _fault == SeamFault.AnswerLost)
                    {
                        return;
                    }

                    answered += type == 'Z' ? 1 : 0;
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
            {
            }
        }

        /// <summary>The messages before the first answer have no type.</summary>
        private async Task StartAsync(CancellationToken cancellationToken)
        {
            while (true)
            {
                var length = new byte[sizeof(int)];
                await client.ReadExactlyAsync(length, cancellationToken);
                var body = new byte[BinaryPrimitives.ReadInt32BigEndian(length) - sizeof(int)];
                await client.ReadExactlyAsync(body, cancellationToken);
                if (BinaryPrimitives.ReadInt32BigEndian(body) is SslRequest or GssRequest)
                {
                    await client.WriteAsync("N"u8.ToArray(), cancellationToken);
                    continue;
                }

                await server.WriteAsync((byte[])[.. length, .. body], cancellationToken);
                if (BinaryPrimitives.ReadInt32BigEndian(body) != CancelRequest)
                {
                    return;
                }
            }
        }

        private async Task<bool> SendAsync(char type, byte[] message, CancellationToken cancellationToken)
        {
            _unsent.AddRange(message);
            See(type, message.AsSpan(1 + sizeof(int)));
            if (type is not ('S' or 'Q'))
            {
                if (type is not ('P' or 'B' or 'D' or 'E' or 'C'))
                {
                    await FlushAsync(cancellationToken);
                }

                return true;
            }

            _calls++;
            var call = string.Join("; ", _statements);
            _statements.Clear();
            if (call.Length > 0 && seam.Take(call) is { } fault)
            {
                if (fault == SeamFault.NotDone)
                {
                    return false;
                }

                // The first ReadyForQuery ends the start, so the answer of the first call follows one.
                (_fault, _failing) = (fault, _calls);
            }

            await FlushAsync(cancellationToken);
            return true;
        }

        private void See(char type, ReadOnlySpan<byte> body)
        {
            switch (type)
            {
                case 'P':
                    var name = Text(ref body);
                    _prepared[name] = Text(ref body);
                    break;
                case 'B':
                    _ = Text(ref body);
                    _statements.Add(NameOf(_prepared[Text(ref body)]));
                    break;
                case 'Q' when Text(ref body) is var statement && !statement.StartsWith("DISCARD", StringComparison.Ordinal):
                    _statements.Add(NameOf(statement));
                    break;
            }
        }

        private async Task FlushAsync(CancellationToken cancellationToken)
        {
            await server.WriteAsync(_unsent.ToArray(), cancellationToken);
            _unsent.Clear();
        }

        private static string NameOf(string statement) => string.Join(' ', statement.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        private static string Text(ref ReadOnlySpan<byte> body)
        {
            var end = body.IndexOf((byte)0);
            var text = Encoding.UTF8.GetString(body[..end]);
            body = body[(end + 1)..];
            return text;
        }

        private static async Task<(char Type, byte[] Message)?> ReadAsync(NetworkStream from, CancellationToken cancellationToken)
        {
            var head = new byte[1 + sizeof(int)];
            if (await from.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken) < head.Length)
            {
                return null;
            }

            var message = new byte[1 + BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(1))];
            head.CopyTo(message, 0);
            await from.ReadExactlyAsync(message.AsMemory(head.Length), cancellationToken);
            return ((char)head[0], message);
        }
    }
}
