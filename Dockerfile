# The silo in a container: built from source, run without root on a read-only file system.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish silo -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN mkdir /data && chown app /data
COPY --from=build /app /app
USER app
ENV SIMPUL_DATA=/data
VOLUME /data
ENTRYPOINT ["dotnet", "/app/silo.dll"]
