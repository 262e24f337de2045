using System.Globalization;

namespace Scanner.Model;

/// <remarks>How many people, sessions and bytes the deployment is for.</remarks>
public sealed partial class Parameters
{
    /// <summary>How many people are expected to work at the same time.</summary>
    public Fact<int> ExpectedConcurrentUsers => Number("expectedConcurrentUsers");

    /// <summary>How many sessions are expected to run at the same time; twice the users where only these are given.</summary>
    public Fact<int> ExpectedConcurrentSessions =>
        _values["expectedConcurrentSessions"] is not null ? Number("expectedConcurrentSessions")
        : _values["expectedConcurrentUsers"] is not null ? ExpectedConcurrentUsers.Map(users => 2 * users) : new(Unset("expectedConcurrentSessions"));

    /// <summary>Whether the user says how many people or sessions are expected at all.</summary>
    public bool ExpectsSessions => _values["expectedConcurrentSessions"] is not null || _values["expectedConcurrentUsers"] is not null;

    /// <summary>How many people there are in all.</summary>
    public Fact<int> TotalUsers => Number("totalUsers");

    /// <summary>How many GiB a home takes.</summary>
    public Fact<int> HomeGiBPerUser => Number("homeGiBPerUser");

    /// <summary>Whether the user says how many homes there are, and how large they get.</summary>
    public bool SizesHomes => _values["totalUsers"] is not null && _values["homeGiBPerUser"] is not null;

    /// <summary>Whether the load changes so little that nothing needs to scale.</summary>
    public Fact<bool> WorkloadStable => Switch("workloadStable");

    /// <summary>Below how many concurrent users a team is small; 24 unless set.</summary>
    public int SmallTeamThreshold => Number("smallTeamThreshold", 24);

    /// <summary>Whether the user says what sessions take at all.</summary>
    public bool GivesSessionProfile => _values["sessionProfile"] is not null;

    /// <summary>What a session takes.</summary>
    public Fact<SessionProfile> SessionProfile => Text("sessionProfile").Map(text => Model.SessionProfile.Parse(text) ?? throw new FormatException($"sessionProfile: {text}"));

    /// <summary>Up to how many sessions how many login nodes were tested; <c>500=2,1000=4,2000=6,5000=6</c> unless set.</summary>
    public Items<(int Sessions, int LoginNodes)> LoginNodeTable => Split(Text("loginNodeTable", "500=2,1000=4,2000=6,5000=6"))
        .Select(row => row.Split('=')).Select(row => (int.Parse(row[0], CultureInfo.InvariantCulture), int.Parse(row[1], CultureInfo.InvariantCulture)));

    /// <summary>From how many compute nodes on a directory is not joined by each; 100 unless set.</summary>
    public int JoinScaleThreshold => Number("joinScaleThreshold", 100);
}
