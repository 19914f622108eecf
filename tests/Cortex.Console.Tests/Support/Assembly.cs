using Cortex.Console.Tests.Support;

[assembly: AssemblyFixture(typeof(ConsoleFixture))]

// One browser and one Cortex for all tests, and timings among what they assert.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
