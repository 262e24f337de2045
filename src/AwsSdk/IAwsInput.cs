namespace Scanner.AwsSdk;

/// <summary>A structure that can be sent.</summary>
internal interface IAwsInput
{
    void Send(IAwsWriter writer);
}
