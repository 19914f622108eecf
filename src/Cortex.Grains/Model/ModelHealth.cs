namespace Cortex.Model;

/// <summary>What is known of the model: from the check at start, and from every answer since. The last word counts.</summary>
internal sealed class ModelHealth(GroqSettings settings)
{
    private volatile ModelStatus _status = new(settings.ApiKey is null ? null : settings.Model, IsChecked: false, Problem: null);

    public ModelStatus Status => _status;

    /// <summary>The model is there and takes schemas.</summary>
    public void SetReady() => Set(null);

    /// <param name="problem">What keeps the model from being of use: one sentence for operators, without secrets.</param>
    public void SetProblem(string problem) => Set(problem);

    /// <summary>Learns from how a question ended; what may pass by itself in a moment says nothing.</summary>
    public void Learn(ModelAttempt attempt)
    {
        switch (attempt.Outcome)
        {
            case ModelOutcome.Ok or ModelOutcome.Cut or ModelOutcome.Malformed:
                SetReady();
                break;
            case ModelOutcome.TooLarge:
                SetProblem(ModelProblems.TooLarge(attempt.Error?.TokensPerMinute));
                break;
            case ModelOutcome.Rejected:
                SetProblem(ModelProblems.Rejected(settings.Model, attempt.Status, attempt.Error));
                break;
            case ModelOutcome.RateLimited when attempt.Error?.IsOfTheDay == true:
                SetProblem(ModelProblems.DayUsedUp);
                break;
        }
    }

    private void Set(string? problem)
    {
        if (!_status.IsChecked || _status.Problem != problem)
        {
            _status = _status with { IsChecked = true, Problem = problem };
        }
    }
}
