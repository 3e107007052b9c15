namespace Quaywatch.Case.Tests;

/// <summary>The keys and words of the contract, as its page lists them: written down a second time, so that a renamed property is
/// noticed.</summary>
static class Contract
{
    public static readonly IReadOnlyDictionary<string, string> Keys = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["Manifest"] = "schema tool partial answers inputs options site data capture counts protocols not_assessed",
        ["Tool"] = "name version",
        ["AnswerRow"] = "question answer certainty rows",
        ["InputRow"] = "input name sha256 bytes format link_types packets first last anomalies",
        ["AnalyzeOptions"] = "filter from to all_acts",
        ["SiteRow"] = "name sha256 files",
        ["DataRow"] = "name date sha256 rows",
        ["CaptureCounts"] = "packets bytes duplicates truncated fragments stream_gaps lost_estimate one_sided_conversations unknown_protocol_packets clock_steps limits_reached",
        ["NamedCount"] = "name count",
        ["Counts"] = "devices conversations commands sessions exposure contents findings_by_severity",
        ["SeverityCounts"] = "critical high medium low info",
        ["ProtocolRow"] = "name packets bytes conversations messages anomalies by",
        ["NotAssessed"] = "what why",
        ["Device"] = "id macs ips names vendor model order_number hardware firmware serial station os role role_confidence in_control zone crane vlans first_seen last_seen packets_sent packets_received bytes_sent bytes_received services identity notes",
        ["ServiceRow"] = "protocol port transport by",
        ["IdentityRow"] = "field value protocol input packet chosen",
        ["Endpoint"] = "device ip mac port name user_name session module",
        ["Conversation"] = "uid community_id transport protocols protocol_by originator responder originator_by vlans tunnel first_seen last_seen originator_packets responder_packets originator_bytes responder_bytes originator_payload responder_payload state history gaps retransmissions originator_zone responder_zone leaves_site server_name fingerprints encrypted acts functions",
        ["Command"] = "id first_seen last_seen count commander controller protocol function operation address tag crane axis value last_value old_value value_number value_hex distinct_values least greatest unit result error verdict verdict_by uid input packet answer_input answer_packet seen_in",
        ["Session"] = "id first_seen last_seen kind client server user_name authenticated protection detail uid seen_in",
        ["Exposure"] = "id first_seen last_seen count what containers container_ids facts places source destination country crosses protocol protection approved approved_by uids contents seen_in",
        ["ContentRow"] = "id first_seen last_seen name media_type magic size sha256 complete source destination protocol uid input packet",
        ["Finding"] = "id key key_text state rule title severity confidence subject source target devices uids commands crane axis first_seen last_seen count sentence why next_step seen_in evidence wireshark attack law cannot_tell accepted",
        ["Accepted"] = "who reason until",
        ["EvidenceFile"] = "finding messages more",
        ["EvidenceMessageRow"] = "why protocol from_client packets hex length frame tree",
        ["EvidencePacketRow"] = "input packet time offset_in_frame length",
        ["EvidenceFrameRow"] = "input packet hex length tree",
        ["FieldRow"] = "name text filter raw offset length secret children",
        ["Run"] = "started finished command_line paths machine sha256",
    };

    public static readonly IReadOnlyDictionary<string, string> Words = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["Certainty"] = "certain likely not-assessed",
        ["Role"] = "controller safety-controller io-device drive hmi engineering-station supervision server camera switch router access-point remote-station vendor-gateway workstation printer unknown",
        ["KnownBy"] = "parsed probe port",
        ["OriginatorBy"] = "syn protocol port",
        ["Encryption"] = "no weak yes unknown",
        ["Operation"] = "write force start stop mode reset download upload delete activate compress copy-to-rom firmware set-time set-name set-address signal login logout call jog configure subscribe read other",
        ["Result"] = "ok refused no-answer not-seen",
        ["Verdict"] = "authorised inferred-normal unauthorised unknown",
        ["SessionKind"] = "controller-connection engineering remote-desktop vpn ssh web file opcua",
        ["Authenticated"] = "yes no failed unknown",
        ["Protection"] = "none weak signed encrypted",
        ["ExposedThing"] = "container stow-plan move-list manifest image count",
        ["ExposedFact"] = "identity size-type weight origin load-port discharge-port destination vessel voyage stow-position carrier seal dangerous-goods customer time",
        ["Crossing"] = "none zone site",
        ["FindingState"] = "new known gone",
        ["Severity"] = "critical high medium low info",
    };
}
