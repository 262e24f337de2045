# Scanner as an image: its program and the compiled rules, run by a user without a name, on a root file system that may be read-only.
# What it writes goes to /data (history, snapshots, reports) and /tmp (the cache of users' rules).
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/Scanner.Cli -c Release -o /app --nologo

FROM mcr.microsoft.com/dotnet/runtime:10.0-noble-chiseled
COPY --from=build /app /app
ENV DOTNET_EnableDiagnostics=0 HOME=/tmp XDG_CACHE_HOME=/tmp
WORKDIR /data
USER 65532:65532
ENTRYPOINT ["dotnet", "/app/scanner.dll"]
CMD ["--help"]
