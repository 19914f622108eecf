namespace Cortex.Sandbox.Records;

internal enum RecordAction
{
    Added,
    Updated,
    Deleted,
}
