using Amazon.Runtime;
using Amazon.SecurityToken.Model;
using Scanner.Model;

namespace Scanner.Collect.Aws;

/// <summary>The way into an account: the credentials at hand, the roles to assume one after the other, and who that turns out to be.</summary>
/// <param name="target">The account.</param>
/// <param name="source">Who asks before any role is assumed; shared by all accounts and regions of a target.</param>
/// <param name="calls">What all calls of the scan share.</param>
internal sealed class AwsEntrance(AwsTarget target, Lazy<ExplainedCredentials> source, ApiCalls calls)
{
    /// <summary>Enters one region. Where that fails everything would, so that nothing else is asked there and every gap is that one.</summary>
    /// <remarks>Each region is entered through its own STS, so that one that is misspelt or disabled closes no other.</remarks>
    /// <exception cref="AwsConfigurationException">The files of the configuration cannot be used.</exception>
    public async Task<AwsScope> Enter(string region, CancellationToken cancellationToken)
    {
        if (target.Given is null) AwsConfigurationFiles.Check(target.Profile); // every client reads them, and would end in a fault
        AwsClients? clients = null;
        var probe = new AwsProbe(calls, AwsScope.NameOf(AwsScope.UnknownAccount, region), "", source: () => (clients?.Credentials as ExplainedCredentials)?.Source);
        var assumed = await Assume(probe, region, cancellationToken);
        var caller = assumed.Gap is { } refused ? new(assumed.Evidence, "", null, refused) : await probe.Ask("sts:GetCallerIdentity", stop =>
        {
            clients ??= new(assumed.Value?.Credentials ?? source.Value, region, target.Endpoint);
            return clients.Sts.GetCallerIdentityAsync(new GetCallerIdentityRequest(), stop);
        }, cancellationToken);
        var account = caller.Field(c => c.Account is { Length: > 0 } number ? number : null, "Account");
        clients ??= new(new AnonymousAWSCredentials(), region, target.Endpoint);
        return account.IsKnown
            ? new(calls, clients, account.Value, region, caller.Value?.Arn, null) { Entering = target.Roles.Count + 1 }
            : new(calls, clients, AwsScope.UnknownAccount, region, null, RegionNames.Explained(account.Gap!, region)) { Entering = target.Roles.Count + (assumed.Gap is null ? 1 : 0) };
    }

    /// <summary>Another region of an account that was entered already, where it is known to be enabled.</summary>
    public AwsScope Beside(AwsScope entered, string region) =>
        new(calls, new(entered.Clients.Credentials, region, target.Endpoint), entered.Account, region, entered.Identity, null);

    /// <summary>An account that was entered already, but does not tell its regions.</summary>
    public AwsScope InNoRegion(AwsScope entered, Gap gap) =>
        new(calls, entered.Clients, entered.Account, AwsScope.UnknownRegion, entered.Identity, gap with { Scope = AwsScope.NameOf(entered.Account, AwsScope.UnknownRegion), Kind = "" }) { Entering = entered.Entering };

    /// <summary>The last role's credentials, and the gap where one could not be assumed; neither where there is none to assume.</summary>
    private async Task<Answer<Assumed>> Assume(AwsProbe probe, string region, CancellationToken cancellationToken)
    {
        Answer<Assumed> last = new(Evidence.Derived, "", null, null);
        foreach (var role in target.Roles)
        {
            var before = last.Value?.Credentials;
            last = await probe.Ask(RoleException.Action, async stop =>
            {
                var credentials = AssumedRole.Of(before ?? source.Value, role, region, target.Endpoint);
                await credentials.GetCredentialsAsync().WaitAsync(stop);
                return new Assumed(credentials);
            }, cancellationToken);
            if (last.Gap is not null) return last;
        }
        return last;
    }

    private sealed record Assumed(ExplainedCredentials Credentials);
}
