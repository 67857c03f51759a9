module github.com/py2go-async/py2go-async

go 1.26
