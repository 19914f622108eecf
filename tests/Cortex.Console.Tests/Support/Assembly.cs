using Cortex.Console.Tests.Support;
using Xunit;

[assembly: AssemblyFixture(typeof(ConsoleFixture))]

// One browser and one Cortex for all tests, and timings among what they assert.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
