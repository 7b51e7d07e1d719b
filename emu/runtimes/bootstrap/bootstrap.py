"""Runs a function's handler in Python: the Lambda Runtime API for one sandbox.

It finds the handler as AWS's own runtime does, hands it events and a context, and tells errors, log
records and lines in the same words. SDKs that know no AWS_ENDPOINT_URL are led there.
"""

import http.client
import importlib
import importlib.abc
import importlib.util
import json
import logging
import os
import sys
import time
import traceback

_API = os.environ["AWS_LAMBDA_RUNTIME_API"]
_PREFIX = "/2018-06-01/runtime/"
_FRAME = b"\xa5\x5a\x00\x03"
_HERE = os.path.abspath(__file__)
_IS_JSON = os.environ.get("AWS_LAMBDA_LOG_FORMAT") == "JSON"
_LEVELS = {"TRACE": 5, "DEBUG": 10, "INFO": 20, "WARN": 30, "ERROR": 40, "FATAL": 50}
# What every record has; all else was given to it as extra.
_RECORD = set(vars(logging.makeLogRecord({}))) | {"message", "asctime", "aws_request_id"}


def _log(text):
    """One record of the log, of any number of lines."""
    sys.stdout.flush()
    data = text.encode("utf-8", "replace")
    stamp = int(time.time() * 1000000)
    data = _FRAME + len(data).to_bytes(4, "big") + stamp.to_bytes(8, "big") + data
    while data:
        data = data[os.write(1, data):]


class _Api:
    def __init__(self):
        self._connection = None

    def call(self, method, path, body=None, headers=None):
        if self._connection is None:
            self._connection = http.client.HTTPConnection(_API)
        try:
            self._connection.request(method, _PREFIX + path, body, headers or {})
            answer = self._connection.getresponse()
            return answer, answer.read()
        except OSError:
            # Who sends too much is cut off before the end.
            self._connection.close()
            self._connection = None
            return None, b""


class _Identity:
    def __init__(self, text):
        told = json.loads(text) if text else {}
        self.cognito_identity_id = told.get("cognitoIdentityId")
        self.cognito_identity_pool_id = told.get("cognitoIdentityPoolId")


class _Client:
    NAMES = ("installation_id", "app_title", "app_version_name", "app_version_code",
             "app_package_name")

    def __init__(self, told):
        for name in self.NAMES:
            setattr(self, name, told.get(name))


class _ClientContext:
    def __init__(self, told):
        self.custom = told.get("custom")
        self.env = told.get("env")
        client = told.get("client")
        self.client = None if client is None else _Client(client)


class LambdaContext:
    def __init__(self, headers):
        env = os.environ
        self.aws_request_id = headers["Lambda-Runtime-Aws-Request-Id"]
        self.log_group_name = env.get("AWS_LAMBDA_LOG_GROUP_NAME")
        self.log_stream_name = env.get("AWS_LAMBDA_LOG_STREAM_NAME")
        self.function_name = env.get("AWS_LAMBDA_FUNCTION_NAME")
        self.memory_limit_in_mb = env.get("AWS_LAMBDA_FUNCTION_MEMORY_SIZE")
        self.function_version = env.get("AWS_LAMBDA_FUNCTION_VERSION")
        self.invoked_function_arn = headers["Lambda-Runtime-Invoked-Function-Arn"]
        self.tenant_id = None
        client_context = headers.get("Lambda-Runtime-Client-Context")
        self.client_context = _ClientContext(json.loads(client_context)) if client_context else None
        self.identity = _Identity(headers.get("Lambda-Runtime-Cognito-Identity"))
        self._epoch_deadline_time_in_ms = int(headers["Lambda-Runtime-Deadline-Ms"])

    def get_remaining_time_in_millis(self):
        return max(0, self._epoch_deadline_time_in_ms - int(time.time() * 1000))

    def log(self, msg):
        _log(str(msg))

    def __repr__(self):
        return "LambdaContext([%s])" % ",".join(
            "%s=%s" % (name, value) for name, value in vars(self).items() if name[0] != "_"
        )


class _Handler(logging.Handler):
    def emit(self, record):
        _log(self.format(record))


def _stamp_of(seconds):
    whole = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(seconds))
    return "%s.%03dZ" % (whole, int(seconds * 1000) % 1000)


class _JsonFormatter(logging.Formatter):
    def format(self, record):
        told = {
            "timestamp": _stamp_of(record.created),
            "level": record.levelname,
            "message": record.getMessage(),
            "logger": record.name,
        }
        if record.exc_info and record.exc_info[0]:
            told["stackTrace"] = traceback.format_tb(record.exc_info[2])
            told["errorType"] = record.exc_info[0].__name__
            told["errorMessage"] = str(record.exc_info[1])
            told["location"] = "%s:%s:%d" % (record.pathname, record.funcName, record.lineno)
        if record.aws_request_id:
            told["requestId"] = record.aws_request_id
        told.update((name, value) for name, value in vars(record).items() if name not in _RECORD)
        return json.dumps(told, ensure_ascii=False, default=str)


class _RequestFilter(logging.Filter):
    request_id = None

    def filter(self, record):
        record.aws_request_id = self.request_id or ""
        return True


def _set_up_logging():
    formatter = logging.Formatter(
        "[%(levelname)s]\t%(asctime)s.%(msecs)03dZ\t%(aws_request_id)s\t%(message)s\n",
        "%Y-%m-%dT%H:%M:%S",
    )
    formatter.converter = time.gmtime
    if _IS_JSON:
        formatter = _JsonFormatter()
        level = os.environ.get("AWS_LAMBDA_LOG_LEVEL", "INFO")
        logging.getLogger().setLevel(_LEVELS.get(level, logging.INFO))
    handler = _Handler()
    handler.setFormatter(formatter)
    requests = _RequestFilter()
    handler.addFilter(requests)
    logging.getLogger().addHandler(handler)
    return requests


class _Fault(Exception):
    def __init__(self, error_type, message, trace=None):
        super().__init__(message)
        self.error_type = error_type
        self.message = message
        self.trace = trace


def _error(message, error_type, trace, request_id=""):
    return {
        "errorMessage": message,
        "errorType": error_type,
        "requestId": request_id,
        "stackTrace": trace,
    }


def _frames_of(error):
    """The user's frames, not those of this file."""
    frames = traceback.extract_tb(error.__traceback__)
    while frames and (os.path.abspath(frames[0].filename) == _HERE
                      or frames[0].filename.startswith("<frozen importlib")
                      or frames[0].filename == importlib.__file__):
        frames = frames[1:]
    return traceback.format_list(frames)


def _log_error(error):
    if _IS_JSON:
        told = {"timestamp": _stamp_of(time.time()), "log_level": "ERROR", **error}
        _log(json.dumps(told, ensure_ascii=False))
        return
    lines = ["[ERROR] %s: %s" % (error["errorType"], error["errorMessage"])]
    if error["stackTrace"]:
        lines.append("Traceback (most recent call last):")
        lines.extend(line.rstrip("\n") for line in error["stackTrace"])
    _log("\n".join(lines))


def _tell_missing_sdk(error):
    """boto3 is not the function's to bring, as on AWS, but the machine's."""
    module = (getattr(error, "name", None) or "").split(".")[0]
    if isinstance(error, ModuleNotFoundError) and module in ("boto3", "botocore"):
        _log("[emu] %s is neither in the package, its layers and --python-path nor in the Python "
             "of this machine. To install it: pip install boto3 (on Debian and Ubuntu: apt-get "
             "install python3-boto3)" % module)


def _find_handler(name):
    try:
        module_name, function_name = name.rsplit(".", 1)
    except ValueError:
        raise _Fault(
            "Runtime.MalformedHandlerName",
            "Bad handler '%s': not enough values to unpack (expected 2, got 1)" % name,
        )
    try:
        if module_name.split(".")[0] in sys.builtin_module_names:
            raise _Fault(
                "Runtime.ImportModuleError",
                "Cannot use built-in module %s as a handler module" % module_name,
            )
        module = importlib.import_module(module_name.replace("/", "."))
    except ImportError as error:
        _tell_missing_sdk(error)
        raise _Fault(
            "Runtime.ImportModuleError",
            "Unable to import module '%s': %s" % (module_name, error),
            _frames_of(error),
        )
    except SyntaxError as error:
        raise _Fault(
            "Runtime.UserCodeSyntaxError",
            "Syntax error in module '%s': %s" % (module_name, error),
            ['  File "%s" Line %s\n    %s' % (error.filename, error.lineno, error.text)],
        )
    try:
        return getattr(module, function_name)
    except AttributeError:
        raise _Fault(
            "Runtime.HandlerNotFound",
            "Handler '%s' missing on module '%s'" % (function_name, module_name),
        )


def _marshal(value):
    if isinstance(value, __import__("decimal").Decimal):
        return float(value)
    raise TypeError(
        "Object of type %s is not JSON serializable" % value.__class__.__name__
    )


class _Patch(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Changes a module when it is imported."""

    def __init__(self, name, change):
        self._name = name
        self._change = change
        self._loader = None

    def find_spec(self, name, path=None, target=None):
        if name != self._name:
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(name)
        if spec is not None:
            self._loader = spec.loader
            spec.loader = self
        return spec

    def create_module(self, spec):
        return self._loader.create_module(spec)

    def exec_module(self, module):
        self._loader.exec_module(module)
        self._change(module)


def _lead_home(session):
    """botocore before 1.31 knows no AWS_ENDPOINT_URL."""
    import botocore

    if tuple(int(part) for part in botocore.__version__.split(".")[:2]) >= (1, 31):
        return
    create_client = session.Session.create_client

    def create_client_at_home(self, *args, **kwargs):
        # The endpoint is the sixth: service, region, version, use of TLS, its check, URL.
        if len(args) < 6 and not kwargs.get("endpoint_url"):
            kwargs["endpoint_url"] = os.environ["AWS_ENDPOINT_URL"]
        return create_client(self, *args, **kwargs)

    session.Session.create_client = create_client_at_home


def _run_event(handler, requests, event, body):
    request_id = event["Lambda-Runtime-Aws-Request-Id"]
    requests.request_id = request_id
    os.environ["_X_AMZN_TRACE_ID"] = event["Lambda-Runtime-Trace-Id"] or ""
    try:
        result = handler(json.loads(body), LambdaContext(event))
    except Exception as error:
        _tell_missing_sdk(error)
        failed = _error(str(error), type(error).__name__, _frames_of(error), request_id)
        _log_error(failed)
        return "error", failed
    try:
        return "response", json.dumps(result, ensure_ascii=False, default=_marshal)
    except (TypeError, ValueError) as error:
        failed = _error(
            "Unable to marshal response: %s" % error, "Runtime.MarshalError", [], request_id
        )
        _log_error(failed)
        return "error", failed


def _fail_init(api, error):
    _log_error(error)
    api.call(
        "POST",
        "init/error",
        json.dumps(error).encode(),
        {"Lambda-Runtime-Function-Error-Type": error["errorType"]},
    )
    sys.exit(1)


def main():
    root = os.environ["LAMBDA_TASK_ROOT"]
    # Layers and the machine's further folders come behind the package.
    sys.path[0:1] = [root, *sys.argv[1:]]
    sys.argv = [sys.executable]
    if os.environ.get("AWS_ENDPOINT_URL"):
        sys.meta_path.insert(0, _Patch("botocore.session", _lead_home))
    api = _Api()
    requests = _set_up_logging()
    try:
        handler = _find_handler(os.environ["_HANDLER"])
    except _Fault as fault:
        _fail_init(api, _error(fault.message, fault.error_type, fault.trace or []))
    except Exception as error:
        _fail_init(api, _error(str(error), type(error).__name__, _frames_of(error)))
    while True:
        answer, body = api.call("GET", "invocation/next")
        if answer is None or answer.status != 200:
            sys.exit(1)
        how, result = _run_event(handler, requests, answer.headers, body)
        headers = {}
        if how == "error":
            headers["Lambda-Runtime-Function-Error-Type"] = result["errorType"]
            result = json.dumps(result)
        sys.stdout.flush()
        path = "invocation/%s/%s" % (answer.headers["Lambda-Runtime-Aws-Request-Id"], how)
        api.call("POST", path, result.encode("utf-8", "replace"), headers)


if __name__ == "__main__":
    main()
