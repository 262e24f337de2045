using System.Text;

namespace Scanner.Collect;

/// <summary>Reads text of unknown length, up to a limit.</summary>
internal static class BoundedText
{
    /// <exception cref="IOException">The text is longer, or the stream ends early.</exception>
    public static async Task<string> Read(Stream input, int largest, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await input.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (bytes.Length + read > largest) throw new IOException($"it is larger than {largest / 1024} KB");
            bytes.Write(buffer, 0, read);
        }
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length).TrimStart('\uFEFF');
    }
}
