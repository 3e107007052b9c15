using Quaywatch.Observations;

namespace Quaywatch.Protocols.Tls;

/// <summary>Reads a conversation of TLS: record after record, handshake messages that lie in several records as one message. Encrypted
/// bodies are passed over as they come and never kept.</summary>
public sealed class TlsParser : Parser
{
    /// <summary>Its name in interface.md.</summary>
    internal const string ProtocolName = "tls";

    /// <summary>Records that one handshake message may lie in.</summary>
    const int MostRecords = 64;

    readonly TlsSession _session = new();
    byte[] _joined = new byte[4096];
    Side _a;
    Side _b;
    Direction? _client;

    /// <inheritdoc/>
    public override Direction? Client => _client;

    /// <inheritdoc/>
    public override Parse OnBytes(in Where where, ReadOnlySpan<byte> bytes, Batch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ref Side side = ref SideOf(where.Direction);
        if (side.Left > 0 && !bytes.IsEmpty)
        {
            int part = Math.Min(side.Left, bytes.Length);
            side.Left -= part;
            return Parse.Done(part);
        }

        if (bytes.Length < TlsFrame.HeaderSize)
        {
            return Parse.NeedMore(TlsFrame.HeaderSize);
        }

        if (!TlsFrame.TryRead(bytes, out TlsFrame frame))
        {
            return Parse.Broken;
        }

        switch (frame.Type)
        {
            case TlsNames.Handshake:
                return OnHandshake(where, bytes, frame, ref side, batch);
            case TlsNames.ChangeCipherSpec when frame.BodyLength == 1:
                if (!frame.IsWhole)
                {
                    return Parse.NeedMore(frame.Size);
                }

                side.IsEncrypted = true;
                return Parse.Done(frame.Size);
            case TlsNames.Alert when frame.BodyLength == 2 && !side.IsEncrypted:
                if (!frame.IsWhole)
                {
                    return Parse.NeedMore(frame.Size);
                }

                OnAlert(where, frame, batch);
                return Parse.Done(frame.Size);
            default:
                return PassOver(frame, bytes.Length, ref side);
        }
    }

    /// <inheritdoc/>
    public override void OnGap(Direction direction, long bytes, Batch batch)
    {
        // a change of cipher may be in the hole, or a new beginning; what follows is judged by what it looks like
        SideOf(direction) = default;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        _a = default;
        _b = default;
        _client = null;
        _session.Clear();
    }

    static Parse PassOver(TlsFrame frame, int there, ref Side side)
    {
        int part = Math.Min(frame.Size, there);
        side.Left = frame.Size - part;
        return Parse.Done(part);
    }

    ref Side SideOf(Direction direction) => ref direction == Direction.FromA ? ref _a : ref _b;

    Parse OnHandshake(in Where where, ReadOnlySpan<byte> bytes, TlsFrame first, ref Side side, Batch batch)
    {
        if (!first.IsWhole)
        {
            return Parse.NeedMore(first.Size);
        }

        if (side.IsEncrypted && !TlsHandshakes.IsHello(first.Body))
        {
            return Parse.Done(first.Size);
        }

        int at = first.Size;
        ReadOnlySpan<byte> joined = first.Body;
        TlsFit fit = TlsHandshakes.Fit(joined);
        for (int records = 1; fit == TlsFit.Partial; records++)
        {
            if (records == MostRecords || joined.Length > TlsHandshakes.Longest)
            {
                Report(where, AnomalyKind.TooLong, "a handshake message in too many records", where.Evidence(batch, at), batch);
                return Parse.Done(at);
            }

            ReadOnlySpan<byte> rest = bytes[at..];
            if (rest.Length < TlsFrame.HeaderSize)
            {
                return Parse.NeedMore(at + TlsFrame.HeaderSize);
            }

            if (!TlsFrame.TryRead(rest, out TlsFrame next) || next.Type != TlsNames.Handshake)
            {
                Report(where, AnomalyKind.Malformed, "a handshake message without its end", where.Evidence(batch, at), batch);
                return Parse.Done(at);
            }

            if (!next.IsWhole)
            {
                return Parse.NeedMore(at + next.Size);
            }

            joined = Join(joined, next.Body, records);
            at += next.Size;
            fit = TlsHandshakes.Fit(joined);
        }

        if (fit == TlsFit.Whole)
        {
            side.IsEncrypted = false;
            Say(where, joined, at, batch);
        }

        return Parse.Done(at);
    }

    ReadOnlySpan<byte> Join(ReadOnlySpan<byte> before, ReadOnlySpan<byte> next, int records)
    {
        int length = before.Length + next.Length;
        if (_joined.Length < length)
        {
            byte[] larger = new byte[Math.Max(length, _joined.Length * 2)];
            before.CopyTo(larger);
            _joined = larger;
        }
        else if (records == 1)
        {
            before.CopyTo(_joined);
        }

        next.CopyTo(_joined.AsSpan(before.Length));
        return _joined.AsSpan(0, length);
    }

    void Say(in Where where, ReadOnlySpan<byte> joined, int size, Batch batch)
    {
        int evidence = where.Evidence(batch, size);
        TlsHandshakes messages = new(joined);
        while (messages.MoveNext())
        {
            switch (messages.Type)
            {
                case TlsNames.ClientHello or TlsNames.ServerHello:
                    OnHello(where, messages.Body, messages.Type == TlsNames.ClientHello, evidence, batch);
                    break;
                case TlsNames.Certificate when _client != where.Direction:
                    OnCertificate(where, messages.Body, evidence, batch);
                    break;
                default:
                    break;
            }
        }
    }

    void OnHello(in Where where, ReadOnlySpan<byte> body, bool isClient, int evidence, Batch batch)
    {
        bool isRead = TlsHello.TryRead(body, isClient, out TlsHello hello);
        if (hello.IsBroken || !isRead)
        {
            Report(where, AnomalyKind.Malformed, "a hello whose lengths do not agree", evidence, batch);
        }

        if (!isRead)
        {
            return;
        }

        _client = isClient ? where.Direction : where.Direction.Other();
        if (hello.IsRetry)
        {
            return;
        }

        _session.OnHello(hello);
        if (isClient && IsName(hello.ServerName))
        {
            batch.Add(new Lookup
            {
                Evidence = evidence,
                Flow = where.Flow,
                Sender = where.Direction,
                Protocol = ProtocolName,
                Kind = LookupKind.NameToAddress,
                Name = batch.Store(hello.ServerName),
                Other = batch.Store(default),
                Ip = where.Direction == Direction.FromA ? where.Ends.IpB : where.Ends.IpA,
            });
        }

        Tell(where, SessionPhase.Continued, null, evidence, batch);
    }

    void OnCertificate(in Where where, ReadOnlySpan<byte> body, int evidence, Batch batch)
    {
        ReadOnlySpan<byte> first = TlsCertificate.First(body);
        if (first.IsEmpty)
        {
            return;
        }

        if (!TlsCertificate.TryRead(first, out TlsCertificate certificate))
        {
            Report(where, AnomalyKind.Malformed, "a certificate that is none", evidence, batch);
            return;
        }

        _session.OnCertificate(certificate);
        if (IsName(certificate.CommonName))
        {
            batch.Add(new Identity
            {
                Evidence = evidence,
                Flow = where.Flow,
                Subject = where.Direction,
                Field = IdentityField.Name,
                Value = batch.Store(certificate.CommonName),
                Protocol = ProtocolName,
            });
        }

        Tell(where, SessionPhase.Continued, null, evidence, batch);
    }

    void OnAlert(in Where where, TlsFrame frame, Batch batch)
    {
        if (frame.Body[0] == TlsNames.Fatal && _session.HasBegun)
        {
            string alert = TlsNames.Alerts.GetValueOrDefault(frame.Body[1]) ?? "without a name";
            Tell(where, SessionPhase.Ended, alert, where.Evidence(batch, frame.Size), batch);
            _session.HasBegun = false;
        }
    }

    /// <summary>Tells what is known of the session, if it is of a kind that the case has a word for.</summary>
    void Tell(in Where where, SessionPhase phase, string? alert, int evidence, Batch batch)
    {
        if (_client is not { } client || !TryKind(where, client, out SessionKind kind))
        {
            return;
        }

        batch.Add(new Session
        {
            Evidence = evidence,
            Flow = where.Flow,
            Client = client,
            Protocol = ProtocolName,
            Phase = _session.HasBegun ? phase : SessionPhase.Began,
            Kind = kind,
            Protection = _session.Protection,
            Detail = batch.Store(_session.Detail(alert)),
        });
        _session.HasBegun = true;
    }

    bool TryKind(in Where where, Direction client, out SessionKind kind)
    {
        ushort port = client == Direction.FromA ? where.Ends.PortB : where.Ends.PortA;

        // Modbus/TCP Security, ADS and, by IEC 62351-3, IEC 104 and DNP3
        bool isControl = port is 802 or 8016 or 19998 or 19999;
        kind = isControl ? SessionKind.ControllerConnection : SessionKind.Web;
        return isControl || port is 443 or 8443 || _session.Application.SequenceEqual("h2"u8) || _session.Application.StartsWith("http/"u8);
    }

    /// <summary>A name that a host can have: not empty, no pattern, nothing but letters, digits, dots, hyphens and underscores.</summary>
    static bool IsName(ReadOnlySpan<byte> name)
    {
        bool hasLetter = false;
        foreach (byte character in name)
        {
            hasLetter |= char.IsAsciiLetter((char)character);
            if (!char.IsAsciiLetterOrDigit((char)character) && character is not ((byte)'.' or (byte)'-' or (byte)'_'))
            {
                return false;
            }
        }

        return hasLetter && name.Length < 256;
    }

    static void Report(in Where where, AnomalyKind kind, string detail, int evidence, Batch batch) => batch.Add(new Anomaly
    {
        Evidence = evidence,
        Flow = where.Flow,
        Sender = where.Direction,
        Protocol = ProtocolName,
        Kind = kind,
        Detail = detail,
    });

    /// <summary>What is known of one direction.</summary>
    struct Side
    {
        /// <summary>Bytes of a record's body that are still to be passed over.</summary>
        public int Left;

        /// <summary>Whether its handshake messages are encrypted from here on.</summary>
        public bool IsEncrypted;
    }
}
