using System.Text.Json;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;

namespace Scanner.Collect.Aws;

/// <summary>A secret that Scanner itself needs, such as a token for uploads; nothing of it is ever in a snapshot.</summary>
public static class SecretAccess
{
    /// <summary>The text of a secret, or of its only member where it is a JSON object.</summary>
    /// <param name="id">Its ARN or name. The region is the ARN's, else the configured one.</param>
    /// <param name="cancellationToken">Until when.</param>
    /// <exception cref="AwsConfigurationException">It cannot be read, or holds no text; the message says what would open it.</exception>
    public static async Task<string> Read(string id, CancellationToken cancellationToken)
    {
        var region = id.Split(':') is ["arn", _, "secretsmanager", var named, ..] ? named : AwsRegions.Default(null) ?? throw new AwsConfigurationException($"the secret {id}: no region is configured; name it by its ARN");
        using var client = new AmazonSecretsManagerClient(new AwsTarget([]).Source(), AwsClients.Config(new AmazonSecretsManagerConfig(), region, endpoint: null));
        try
        {
            var answer = await client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = id }, cancellationToken);
            return Text(answer.SecretString) ?? throw new AwsConfigurationException($"the secret {id} holds no text, nor one member with a text");
        }
        catch (Exception e) when (ArtifactAccess.IsOutside(e) && !cancellationToken.IsCancellationRequested)
        {
            throw new AwsConfigurationException($"the secret {id} cannot be read: {ArtifactAccess.Problem(e, "secretsmanager:GetSecretValue")}", e);
        }
    }

    private static string? Text(string? secret)
    {
        if (secret is null || !secret.TrimStart().StartsWith('{')) return secret is { Length: > 0 } ? secret.Trim() : null;
        try
        {
            using var document = JsonDocument.Parse(secret);
            return document.RootElement.EnumerateObject().ToList() is [{ Value: { ValueKind: JsonValueKind.String } only }] ? only.GetString()!.Trim() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
