# The programs silo and simpul in one image: built from source, run without root on a read-only file system.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
# Compiled ahead: of a command that lives for a second or two, compiling while it runs takes a third.
ARG PUBLISH="-c Release --use-current-runtime --no-self-contained -p:PublishReadyToRun=true"
RUN dotnet publish silo $PUBLISH -o /app/silo && dotnet publish client $PUBLISH -o /app/client

FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /app /app
COPY deploy/image/ready /app/
# For a silo that is alone, with a volume here; silos of a cluster keep nothing.
RUN mkdir /data && chown $APP_UID /data
ENV PATH=/app:/app/silo:/app/client:$PATH SIMPUL_DATA=/data
# By number: Kubernetes believes no name that it is not root.
USER $APP_UID
EXPOSE 8080 11111 30000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["ready"]
ENTRYPOINT ["silo"]
