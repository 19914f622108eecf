namespace Cortex.Sandbox.Providers;

/// <summary>A change of an account of one provider.</summary>
/// <typeparam name="TAccount">The provider's kind of account.</typeparam>
internal interface IAccountEntry<TAccount>
    where TAccount : IAccount
{
    string ConnectionId { get; }
}
