# One file, three images: docker build --target api|silo|sandbox .
FROM node:22-slim AS console
WORKDIR /source/web
COPY web/package.json web/package-lock.json web/.npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY web .
COPY THIRD-PARTY-NOTICES ../
RUN npm run build

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
ENV CI=true
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY migrations migrations
COPY src src
COPY --from=console /source/src/Cortex.Api/wwwroot src/Cortex.Api/wwwroot
RUN dotnet publish src/Cortex.Api -c Release -o /out/api \
 && dotnet publish src/Cortex.Silo -c Release -o /out/silo \
 && dotnet publish src/Cortex.Sandbox -c Release -o /out/sandbox

FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS base
WORKDIR /app
ENV ASPNETCORE_ENVIRONMENT=production DOTNET_EnableDiagnostics=0
# The image's own unprivileged user.
USER $APP_UID

FROM base AS api
COPY --from=build /out/api .
EXPOSE 8080 9090
ENTRYPOINT ["dotnet", "Cortex.Api.dll"]

FROM base AS silo
COPY --from=build /out/silo .
# 11111 and 30000 are for silos and APIs of the same private network, never for the world.
EXPOSE 9090 11111 30000
ENTRYPOINT ["dotnet", "Cortex.Silo.dll"]

FROM base AS sandbox
COPY --from=build /out/sandbox .
ENV ASPNETCORE_ENVIRONMENT=development SANDBOX_DATA=/tmp/sandbox
EXPOSE 8090
ENTRYPOINT ["dotnet", "Cortex.Sandbox.dll"]
