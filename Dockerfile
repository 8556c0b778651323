# One image, the command line as its entry point: docker run postwatch enrich --bootstrap-servers ...
# Build the program first: mvn -DskipTests package && docker build -t postwatch .
# Another base needs nothing but Java 17 or later on the PATH, and a shell.
ARG BASE_IMAGE=eclipse-temurin:17-jre

# Other people's jars seldom change and are most of the image: they get a layer of their own.
FROM ${BASE_IMAGE} AS jars
COPY standalone/target/app /app
RUN mkdir /own && mv /app/postwatch-*.jar /own/

FROM ${BASE_IMAGE}
RUN groupadd -r -g 10001 postwatch && useradd -r -u 10001 -g postwatch -d /var/lib/postwatch postwatch && \
    mkdir -p /var/lib/postwatch && chown postwatch:postwatch /var/lib/postwatch
COPY --from=jars /app /opt/postwatch/libs
COPY --from=jars /own /opt/postwatch/own

# A number, so that Kubernetes can see that it is not root.
USER 10001:10001
WORKDIR /var/lib/postwatch
# The only places that are written to, so that the root file system can be read-only: the state of Kafka Streams, and
# native libraries that RocksDB and the compressors unpack.
VOLUME ["/var/lib/postwatch", "/tmp"]
ENV POSTWATCH_STATE_DIR=/var/lib/postwatch/state \
    POSTWATCH_HEALTH_FILE=/tmp/postwatch.health

# A stage that is at work touches its file every few seconds. Nothing of that kind for the other commands.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["/bin/sh", "-c", "test -n \"$(find \"$POSTWATCH_HEALTH_FILE\" -mmin -1)\""]

# Without a shell around it Java is process 1 and gets the SIGTERM of docker stop. 60% of the container's memory for the
# heap: RocksDB and the network's buffers live outside it.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-Xss512k", \
    "-cp", "/opt/postwatch/own/*:/opt/postwatch/libs/*", "io.postwatch.cli.Postwatch"]
CMD ["--help"]
