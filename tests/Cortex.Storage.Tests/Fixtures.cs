using Cortex.Testing;

[assembly: AssemblyFixture(typeof(PostgresFixture))]
