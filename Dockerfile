# One image for every part: serve (default), worker, migrate. It has no embedded database; DATABASE_URL is required.

FROM python:3.11-slim AS builder
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /opt/venv
COPY requirements/run.txt /tmp/run.txt
RUN /opt/venv/bin/pip install --require-hashes --only-binary :all: -r /tmp/run.txt

FROM python:3.11-slim AS final
RUN groupadd --gid 10001 sutiao && useradd --uid 10001 --gid sutiao --no-create-home --shell /usr/sbin/nologin sutiao
COPY --from=builder /opt/venv /opt/venv
WORKDIR /srv/sutiao
COPY alembic.ini ./
COPY migrations ./migrations
COPY openapi ./openapi
COPY app ./app
RUN /opt/venv/bin/python -m compileall -q app migrations
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONPATH=/srv/sutiao \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    SUTIAO_ENVIRONMENT=production \
    SUTIAO_BIND_HOST=0.0.0.0 \
    SUTIAO_PORT=8000 \
    SUTIAO_LOG_JSON=true
USER 10001:10001
EXPOSE 8000
# For the API. A worker has no port: start it with --no-healthcheck and watch its log lines and metrics.
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request as r; r.urlopen('http://127.0.0.1:' + os.environ['SUTIAO_PORT'] + '/livez', timeout=2)"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["python", "-m", "app.cli"]
CMD ["serve"]
