using System;
using System.Collections.Generic;
using System.Linq;

namespace Scanner.AwsSdk.Generator.Facts;

/// <summary>Reads an <c>.awsapi</c> file line by line; the format is described in docs/aws-sdk.md.</summary>
internal sealed class FactsParser
{
    private static readonly char[] Space = [' '];
    private readonly ServiceFacts _service = new() { Line = -1 };
    private EnumFacts? _enum;
    private TypeFacts? _type;

    public List<FactsError> Errors { get; } = [];

    public void Read(int line, string text)
    {
        var words = text.Split(Space, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || words[0][0] == '#') return;
        if (text[0] == ' ') ReadIndented(line, words);
        else ReadHead(line, words);
    }

    public ServiceFacts Finish()
    {
        if (_service.Line < 0) Errors.Add(new(0, "The file has no service line"));
        if (Errors.Count == 0) Errors.AddRange(FactsReview.Of(_service));
        return _service;
    }

    private void ReadHead(int line, string[] words)
    {
        (_enum, _type) = (null, null);
        switch (words[0])
        {
            case "service": ReadService(line, words); break;
            case "host" when words.Length == 4: _service.Hosts.Add(new(words[1], words[2], words[3])); break;
            case "operation" when words.Length is 6 or 7: ReadOperation(line, words); break;
            case "enum" when words.Length > 1: _service.Enums.Add(_enum = new(line, words[1])); AddValues(words.Skip(2)); break;
            case "type" when words.Length == 2: _service.Types.Add(_type = new(line, words[1])); break;
            default: Errors.Add(new(line, $"'{string.Join(" ", words)}' is not a service, host, operation, enum or type line")); break;
        }
    }

    private void ReadIndented(int line, string[] words)
    {
        if (_enum is not null) AddValues(words);
        else if (_type is null) Errors.Add(new(line, "An indented line belongs under an enum or a type"));
        else ReadMember(line, words, _type);
    }

    private void AddValues(IEnumerable<string> words) => _enum!.Values.AddRange(words.Select(Unescape));

    private void ReadService(int line, string[] words)
    {
        if (_service.Line >= 0) Errors.Add(new(line, "A file has one service line"));
        _service.Line = line;
        foreach (var word in words.Skip(1))
        {
            var (key, value) = Pair(word);
            switch (key)
            {
                case "namespace": _service.Namespace = value; break;
                case "name": _service.Name = value; break;
                case "id": _service.Id = value; break;
                case "endpoint": _service.Endpoint = value; break;
                case "version": _service.Version = value; break;
                case "protocol": _service.Protocol = value; break;
                case "target": _service.Target = value; break;
                default: Errors.Add(new(line, $"'{word}' is not a part of a service line")); break;
            }
        }
    }

    private void ReadOperation(int line, string[] words)
    {
        string[] page = [];
        if (words.Length == 7)
        {
            var (key, value) = Pair(words[6]);
            page = value.Split(',');
            if (key != "page" || page.Length is < 2 or > 3)
                Errors.Add(new(line, $"'{words[6]}' is not page=InputToken,OutputToken[,Items]"));
        }
        _service.Operations.Add(new(line, words[1], words[2], words[3], words[4], words[5], page));
    }

    private void ReadMember(int line, string[] words, TypeFacts owner)
    {
        if (words.Length < 3 || !CSharpName.IsValid(words[0]) || TypeReference.Parse(words[1]) is not { } type)
        {
            Errors.Add(new(line, $"'{string.Join(" ", words)}' is not a member: Name type wireName [flat] [item=] [sent=] [in=]"));
            return;
        }
        var member = new MemberFacts(line, words[0], type, words[2]);
        foreach (var word in words.Skip(3)) ReadDetail(member, word);
        owner.Members.Add(member);
    }

    private void ReadDetail(MemberFacts member, string word)
    {
        var (key, value) = Pair(word);
        switch (key)
        {
            case "flat" when value.Length == 0: member.IsFlat = true; break;
            case "item" when value.Length > 0: member.Item = value; break;
            case "sent" when value.Length > 0: member.Sent = value; break;
            case "in": (member.Place, member.PlaceName) = Pair(value, ':'); break;
            default: Errors.Add(new(member.Line, $"'{word}' is not flat, item=, sent= or in=")); break;
        }
    }

    private static (string Key, string Value) Pair(string word, char separator = '=')
    {
        var at = word.IndexOf(separator);
        return at < 0 ? (word, "") : (word.Substring(0, at), Unescape(word.Substring(at + 1)));
    }

    private static string Unescape(string word) => word.Replace("%20", " ");
}
