using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;

namespace Scanner.AwsSdk;

/// <summary>The configuration that every generated client shares.</summary>
public abstract class AwsClientConfig : ClientConfig
{
    // Adaptive mode gives up after a few throttled calls, so it is the user's choice (AWS_RETRY_MODE) and never the default.
    private static readonly DefaultConfiguration Defaults = new()
    {
        Name = DefaultConfigurationMode.Standard,
        RetryMode = RequestRetryMode.Standard,
        ConnectTimeout = TimeSpan.FromSeconds(3.1),
    };

    private static readonly string UserAgentText = InternalSDKUtils.BuildUserAgentString("Scanner", "0.1.0");
    private readonly AwsService _service;

    private protected AwsClientConfig(AwsService service)
        : base(new DefaultConfigurationProvider([Defaults]))
    {
        _service = service;
        ServiceId = service.Id;
        AuthenticationServiceName = service.Endpoint;
        EndpointProvider = new RegionalEndpointProvider(service);
        // A redirect would carry signed requests to whoever answers first.
        AllowAutoRedirect = false;
    }

    public override string ServiceVersion => _service.ApiVersion;
    public override string UserAgent => UserAgentText;
    public override string RegionEndpointServiceName => _service.Endpoint;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(RegionalEndpointResolver.Parameters(this, parameters.AlternateEndpoint));
}
