using System.Buffers.Binary;
using System.Text.Json;

namespace Scanner.Check.Isolation;

/// <summary>What scanner and the process that judges for it tell each other: a length, and that much JSON.</summary>
internal static class Frames
{
    private const int Largest = 512 << 20;

    private static readonly JsonSerializerOptions s_json = new() { IncludeFields = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    public static void Write<T>(Stream stream, T value)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(value, s_json);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, json.Length);
        stream.Write(length);
        stream.Write(json);
        stream.Flush();
    }

    /// <exception cref="EndOfStreamException">The other side is gone.</exception>
    /// <exception cref="InvalidDataException">It says what makes no sense.</exception>
    public static async Task<T> Read<T>(Stream stream, CancellationToken cancellationToken)
    {
        var length = new byte[sizeof(int)];
        await stream.ReadExactlyAsync(length, cancellationToken);
        var size = BinaryPrimitives.ReadInt32LittleEndian(length);
        if (size is < 0 or > Largest) throw new InvalidDataException($"a frame of {size} bytes");
        var json = new byte[size];
        await stream.ReadExactlyAsync(json, cancellationToken);
        return Parse<T>(json);
    }

    private static T Parse<T>(byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, s_json) ?? throw new InvalidDataException("nothing was said");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("what was said is no JSON of that form", e);
        }
    }
}
