using System.Text.Json;

namespace Scanner.Collect.Kubernetes;

/// <summary>Reads a page as it arrives: one object at a time is held as JSON, whatever the page's size.</summary>
/// <param name="body">The answer's body.</param>
/// <param name="read">Takes what is needed of an object.</param>
internal sealed class PageReader<T>(Stream body, Func<JsonElement, T> read)
{
    private const int FirstSize = 64 * 1024;

    private readonly List<T> _items = [];
    private byte[] _buffer = new byte[FirstSize];
    private int _filled;
    private bool _isWhole;
    private JsonReaderState _state;
    private Place _place;
    private bool _hasItems;
    private bool _hasMetadata;
    private string? _next;

    private enum Place
    {
        Start,
        Members,
        Items,
        End,
    }

    /// <exception cref="JsonException">It is no list.</exception>
    public async Task<KubernetesPage<T>> Read(CancellationToken cancellationToken)
    {
        while (!_isWhole)
        {
            await Fill(cancellationToken);
            Take();
        }
        return _hasItems && _hasMetadata ? new(_items, _next) : throw NoList();
    }

    private async Task Fill(CancellationToken cancellationToken)
    {
        if (_filled == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        var arrived = await body.ReadAsync(_buffer.AsMemory(_filled), cancellationToken);
        _filled += arrived;
        _isWhole = arrived == 0;
    }

    /// <summary>Takes all that is complete, and keeps the rest for when more has arrived.</summary>
    private void Take()
    {
        var reader = new Utf8JsonReader(_buffer.AsSpan(0, _filled), _isWhole, _state);
        var complete = reader;
        while (Step(ref reader)) complete = reader;
        _state = complete.CurrentState;
        var taken = (int)complete.BytesConsumed;
        _buffer.AsSpan(taken, _filled - taken).CopyTo(_buffer);
        _filled -= taken;
    }

    /// <summary>One member of the list, or one of its objects; false where it has not wholly arrived.</summary>
    private bool Step(ref Utf8JsonReader reader)
    {
        if (!reader.Read()) return false;
        switch (_place)
        {
            case Place.Start:
                _place = reader.TokenType is JsonTokenType.StartObject ? Place.Members : throw NoList();
                return true;
            case Place.Members when reader.TokenType is JsonTokenType.EndObject:
                _place = Place.End;
                return true;
            case Place.Members:
                return Member(ref reader);
            case Place.Items when reader.TokenType is JsonTokenType.EndArray:
                _place = Place.Members;
                return true;
            default:
                if (!JsonElement.TryParseValue(ref reader, out var item)) return false;
                _items.Add(read(item.Value));
                return true;
        }
    }

    private bool Member(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("items"u8)) return Items(ref reader);
        if (!reader.ValueTextEquals("metadata"u8)) return reader.Read() && reader.TrySkip();
        if (!JsonElement.TryParseValue(ref reader, out var metadata)) return false;
        if (metadata.Value.ValueKind is not JsonValueKind.Object) throw NoList();
        _hasMetadata = true;
        _next = metadata.Value.TryGetProperty("continue", out var token) && token.ValueKind is JsonValueKind.String && token.GetString() is { Length: > 0 } next ? next : null;
        return true;
    }

    private bool Items(ref Utf8JsonReader reader)
    {
        if (!reader.Read()) return false;
        // a server writes null for a list without items
        if (reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.Null)) throw NoList();
        _hasItems = true;
        if (reader.TokenType is JsonTokenType.StartArray) _place = Place.Items;
        return true;
    }

    private static JsonException NoList() => new("a list without items or metadata");
}
